package decs.core.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The built-in changes to all resources of a kustomization. */
record Transformers(List<Resource> resources) {

    /** Which subjects of role bindings move along with a namespace. */
    enum Subjects {
        DEFAULT_ACCOUNT,
        ALL_ACCOUNTS,
        NONE
    }

    /**
     * @param places where namespaces stand; the resource's own, and the name of a Namespace, count only when listed
     * @param onlyUnset leaves resources alone that have a namespace
     */
    void namespace(String namespace, List<FieldPath> places, boolean onlyUnset, Subjects subjects) {
        if (namespace.isEmpty()) {
            return;
        }
        for (Resource resource : resources) {
            if (onlyUnset && !resource.namespace().isEmpty()) {
                continue;
            }
            resource.remember();
            for (FieldPath place : places) {
                if (!place.path().equals("metadata/namespace") || !resource.isClusterWide()) {
                    place.visit(resource, (map, key) -> map.put(key, Leaf.text(namespace)));
                }
            }
            subjects(resource, namespace, onlyUnset, subjects);
        }
        checkUnique();
    }

    private void checkUnique() {
        for (Resource one : resources) {
            for (Resource other : resources) {
                if (one != other && one.identity().same(other.identity())) {
                    throw new KustomizationException("namespace transformation produces ID conflict: " + one.original()
                            + " and " + other.original() + " both become " + one.identity());
                }
            }
        }
    }

    private static void subjects(Resource resource, String namespace, boolean onlyUnset, Subjects which) {
        if (!resource.kind().equals("RoleBinding") && !resource.kind().equals("ClusterRoleBinding")) {
            return;
        }
        for (Map<String, Object> subject : Tree.maps(resource.tree().get("subjects"))) {
            if (onlyUnset && subject.containsKey("namespace")) {
                continue;
            }
            boolean account = Tree.text(subject, "kind").orElse("").equals("ServiceAccount");
            boolean isDefault = Tree.text(subject, "name").orElse("").equals("default");
            if (account && (which == Subjects.ALL_ACCOUNTS || (which == Subjects.DEFAULT_ACCOUNT && isDefault))) {
                subject.put("namespace", Leaf.text(namespace));
            }
        }
    }

    /** @param places which names take it */
    void prefix(String prefix, List<FieldPath> places) {
        if (!prefix.isEmpty()) {
            renamable(places).forEach(resource -> {
                resource.prefixes().add(prefix);
                resource.remember();
                resource.rename(prefix + resource.name());
            });
        }
    }

    /** @param places which names take it */
    void suffix(String suffix, List<FieldPath> places) {
        if (!suffix.isEmpty()) {
            renamable(places).forEach(resource -> {
                resource.suffixes().add(suffix);
                resource.remember();
                resource.rename(resource.name() + suffix);
            });
        }
    }

    private List<Resource> renamable(List<FieldPath> places) {
        return resources.stream()
                .filter(resource -> places.stream().anyMatch(place -> place.matches(resource)))
                .filter(resource -> !KnownFields.FIXED_NAMES.contains(resource.kind()))
                .toList();
    }

    /** An entry of {@code labels}. */
    void labels(Map<String, Object> entry) {
        List<FieldPath> places = new ArrayList<>();
        if (Tree.flag(entry, "includeSelectors")) {
            places.addAll(KnownFields.ALL_LABELS);
        } else {
            places.addAll(KnownFields.METADATA_LABELS);
            if (Tree.flag(entry, "includeTemplates")) {
                places.addAll(KnownFields.TEMPLATE_LABELS);
            }
        }
        places.addAll(FieldPath.readAll(entry.get("fields")));
        put(Tree.map(entry.get("pairs")), places);
    }

    /** Puts {@code pairs} into the maps at all {@code places}. */
    void put(Map<String, Object> pairs, List<FieldPath> places) {
        if (pairs.isEmpty()) {
            return;
        }
        for (Resource resource : resources) {
            for (FieldPath place : places) {
                place.visit(resource, (map, key) -> {
                    if (Tree.isNull(map.get(key))) {
                        map.put(key, new LinkedHashMap<String, Object>());
                    }
                    if (map.get(key) instanceof Map) {
                        pairs.forEach(
                                (label, value) -> Tree.map(map.get(key)).put(label, Leaf.text(String.valueOf(value))));
                    }
                });
            }
        }
    }

    /**
     * An entry of {@code replicas}: a name and a count.
     *
     * @param places where counts stand
     */
    void replicas(Map<String, Object> entry, List<FieldPath> places) {
        String name = Tree.text(entry, "name").orElse("");
        Leaf count = new Leaf(Tree.text(entry, "count").orElse("0"), true, java.util.Optional.empty());
        boolean found = false;
        for (Resource resource : resources) {
            for (FieldPath place : places) {
                boolean named =
                        resource.identities().stream().anyMatch(id -> id.name().equals(name));
                if (named && place.matches(resource)) {
                    found = true;
                    place.visit(resource, (map, key) -> map.put(key, count));
                }
            }
        }
        if (!found) {
            String kinds = String.join(" ", places.stream().map(FieldPath::kind).toList());
            throw new KustomizationException(
                    "resource with name " + name + " does not match a config with the following GVK [" + kinds + "]");
        }
    }
}
