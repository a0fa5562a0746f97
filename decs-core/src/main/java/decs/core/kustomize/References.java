package decs.core.kustomize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes objects that name another object follow it to its new name, once at the end of a build.
 *
 * <p>Mirrors: kustomize's name reference transformer
 */
record References(List<Resource> resources) {

    void follow() {
        for (KnownFields.Referral referral : KnownFields.REFERRALS) {
            List<Resource> targets = resources.stream()
                    .filter(r -> r.former().stream().anyMatch(referral::isOf))
                    .toList();
            if (!targets.isEmpty()) {
                for (Resource referrer : resources) {
                    referral.places()
                            .forEach(place -> place.visit(referrer, (map, key) -> follow(referrer, map, key, targets)));
                }
            }
        }
    }

    private static void follow(Resource referrer, Map<String, Object> map, String key, List<Resource> targets) {
        Object value = map.get(key);
        if (value instanceof Map) {
            object(referrer, Tree.map(value), targets);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> item) {
                    object(referrer, Tree.map(item), targets);
                } else {
                    int at = i;
                    choose(referrer, map, String.valueOf(list.get(i)), targets)
                            .ifPresent(found -> Tree.list(list).set(at, Leaf.text(found.name())));
                }
            }
        } else if (value instanceof Leaf name) {
            choose(referrer, map, name.text(), targets).ifPresent(found -> {
                if (!found.name().equals(name.text())) {
                    map.put(key, Leaf.text(found.name()));
                }
            });
        }
    }

    /** A place that names an object and its namespace. */
    private static void object(Resource referrer, Map<String, Object> place, List<Resource> targets) {
        Optional<String> name = Tree.text(place, "name");
        if (name.isEmpty()) {
            return;
        }
        Optional<String> namespace = Tree.text(place, "namespace");
        List<Resource> reachable = targets.stream()
                .filter(target -> namespace.isEmpty()
                        ? referrer.isClusterWide() || target.identity().sameNamespace(referrer.identity())
                        : target.identities().stream().anyMatch(id -> inNamespace(id, namespace.get())))
                .toList();
        choose(referrer, place, name.get(), reachable).ifPresent(found -> {
            place.put("name", Leaf.text(found.name()));
            if (!found.namespace().isEmpty()) {
                place.put("namespace", Leaf.text(found.namespace()));
            }
        });
    }

    private static boolean inNamespace(Identity id, String namespace) {
        return id.sameNamespace(new Identity(id.apiVersion(), id.kind(), namespace, id.name()));
    }

    @SuppressWarnings("ReferenceEquality")
    private static Optional<Resource> choose(
            Resource referrer, Map<String, Object> place, String name, List<Resource> targets) {
        boolean binding = referrer.kind().endsWith("RoleBinding")
                && place == referrer.tree().get("roleRef");
        List<Resource> found = targets.stream()
                .filter(target ->
                        target.former().stream().anyMatch(id -> id.name().equals(name)))
                .filter(target ->
                        !binding || Tree.text(place, "kind").orElse("").equals(target.kind()))
                .filter(target -> reachable(referrer, target))
                .toList();
        if (found.size() > 1) {
            found = closest(referrer, found);
        }
        if (found.stream().map(Resource::name).distinct().count() > 1) {
            throw new KustomizationException("found multiple possible referrals: "
                    + found.stream().map(Resource::toString).collect(Collectors.joining(", ")) + " for the name " + name
                    + " in " + referrer);
        }
        return found.stream().findFirst();
    }

    private static boolean reachable(Resource referrer, Resource target) {
        return referrer.isClusterWide()
                || target.isClusterWide()
                || target.kind().equals("ServiceAccount")
                || target.identity().sameNamespace(referrer.identity());
    }

    /** Those with the same prefixes and suffixes; when there are none, those that share most of the last ones. */
    private static List<Resource> closest(Resource referrer, List<Resource> targets) {
        List<Resource> same = targets.stream()
                .filter(target -> target.prefixes().equals(referrer.prefixes()))
                .filter(target -> target.suffixes().equals(referrer.suffixes()))
                .toList();
        if (!same.isEmpty()) {
            return same;
        }
        List<Resource> sharing =
                targets.stream().filter(target -> sameLayers(referrer, target)).toList();
        int most = sharing.stream().mapToInt(References::layers).max().orElse(0);
        return sharing.stream().filter(target -> layers(target) == most).toList();
    }

    private static int layers(Resource resource) {
        return resource.prefixes().size() + resource.suffixes().size();
    }

    /** Whether the prefixes and suffixes of one are the last ones of the other. */
    private static boolean sameLayers(Resource one, Resource other) {
        return sameEnd(one.prefixes(), other.prefixes()) && sameEnd(one.suffixes(), other.suffixes());
    }

    private static boolean sameEnd(List<String> one, List<String> other) {
        int length = Math.min(one.size(), other.size());
        return one.subList(one.size() - length, one.size()).equals(other.subList(other.size() - length, other.size()));
    }
}
