package decs.core.kustomize;

import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patches of both kinds: partial objects that merge strategically, and lists of RFC 6902 operations. */
record Patches(List<Resource> resources) {
    private static final String NAME_CHANGE = "allowNameChange";
    private static final String KIND_CHANGE = "allowKindChange";

    /**
     * An entry of {@code patches}: its text is read as what it looks like.
     *
     * @param entry its {@code target} and {@code options}
     */
    void either(Source text, Map<String, Object> entry) {
        boolean untargeted = !(entry.get("target") instanceof Map);
        Map<String, Object> target = Tree.map(entry.get("target"));
        Map<String, Object> options = Tree.map(entry.get("options"));
        List<Object> documents = Tree.readAll(text);
        if (documents.isEmpty()) {
            throw new KustomizationException("patch appears to be empty: " + text.name());
        }
        if (documents.get(0) instanceof List) {
            if (untargeted) {
                throw new KustomizationException("must specify a target for JSON patch " + text.name());
            }
            json(text, target, true);
            return;
        }
        if (untargeted) {
            documents.forEach(document -> named(Tree.map(document), options));
            return;
        }
        if (documents.size() > 1) {
            throw new KustomizationException("Multiple Strategic-Merge Patches in one `patches` entry is not allowed"
                    + " to set `patches.target` field: " + text.name());
        }
        Target.read(target).among(resources).forEach(resource -> merge(resource, textual(documents.get(0)), options));
    }

    /** Each document of {@code text} merges into the object that it names. */
    void merges(Source text) {
        Tree.readAll(text).forEach(document -> named(textual(document), Map.of()));
    }

    /** A copy with all labels made text, which kustomize does to patches on some of their ways. */
    private static Map<String, Object> textual(Object patch) {
        Map<String, Object> copy = Tree.map(Tree.copy(patch));
        Tree.textual(Tree.map(copy.get("metadata")), "labels");
        return copy;
    }

    /** Merges a patch into the object that it names. */
    void named(Map<String, Object> patch, Map<String, Object> options) {
        Identity wanted = new Resource(Tree.map(Tree.copy(patch))).identity();
        List<Resource> found = matching(wanted);
        if (found.size() != 1) {
            String why = found.isEmpty() ? "no matches for Id " : "multiple matches for Id ";
            throw new KustomizationException("no resource matches strategic merge patch \"" + wanted + "\": " + why
                    + wanted + "; failed to find unique target for patch " + wanted);
        }
        merge(found.get(0), Tree.map(Tree.copy(patch)), options);
    }

    private List<Resource> matching(Identity wanted) {
        List<Resource> now = resources.stream()
                .filter(resource -> resource.identity().same(wanted))
                .toList();
        return now.isEmpty()
                ? resources.stream()
                        .filter(resource -> resource.former().stream().anyMatch(wanted::same))
                        .toList()
                : now;
    }

    /**
     * RFC 6902 operations on all resources that {@code target} chooses.
     *
     * @param remembers whether a resource that is renamed can still be found by its old name
     */
    void json(Source text, Map<String, Object> target, boolean remembers) {
        Object operations = Tree.of(Yaml.readTyped(text));
        for (Resource resource : Target.read(target).among(resources)) {
            Identity before = resource.identity();
            JsonPatch.apply(resource.tree(), Tree.maps(operations));
            if (remembers) {
                changed(resource, before);
            }
        }
    }

    private void merge(Resource resource, Map<String, Object> patch, Map<String, Object> options) {
        if (Tree.text(patch, MergePatch.DIRECTIVE).equals(Optional.of("delete"))) {
            resources.remove(resource);
            return;
        }
        Identity before = resource.identity();
        if (!Tree.flag(options, KIND_CHANGE)) {
            patch.remove("apiVersion");
            patch.remove("kind");
        }
        Map<String, Object> metadata = Tree.map(patch.get("metadata"));
        if (!metadata.isEmpty() && !Tree.flag(options, NAME_CHANGE)) {
            metadata.remove("name");
        }
        if (!metadata.isEmpty()) {
            metadata.remove("namespace");
        }
        new MergePatch(Kinds.mergingLists(before.apiVersion(), before.kind())).apply(resource.tree(), patch);
        changed(resource, before);
    }

    private static void changed(Resource resource, Identity before) {
        if (resource.name().isEmpty() || resource.kind().isEmpty()) {
            throw new KustomizationException("a patch takes the name or the kind from " + before);
        }
        if (!before.equals(resource.identity())) {
            resource.former().add(before);
        }
    }
}
