package decs.core.kustomize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A generated object on its way to the others: it is new, merges into one that is there, or replaces it. */
record Generated(Resource made) {
    private static final List<String> CONTENT = List.of("data", "binaryData");

    void into(List<Resource> resources) {
        List<Resource> there = resources.stream()
                .filter(r -> r.identities().stream().anyMatch(made.identity()::same))
                .toList();
        boolean creates = made.behavior() == Resource.Behavior.CREATE;
        if (there.isEmpty()) {
            if (!creates) {
                throw new KustomizationException("id " + made + " does not exist; cannot merge or replace");
            }
            resources.add(made);
            return;
        }
        if (creates) {
            throw new KustomizationException("behavior must be merge or replace: " + made + " is there already");
        }
        replace(there.get(0), resources);
    }

    private void replace(Resource old, List<Resource> resources) {
        made.standInFor(old);
        if (made.behavior() == Resource.Behavior.MERGE) {
            CONTENT.forEach(field -> merge(old.tree(), made.tree(), field));
        }
        Map<String, Object> metadata = new LinkedHashMap<>(old.metadata());
        for (String field : List.of("labels", "annotations")) {
            if (made.metadata().containsKey(field)) {
                merge(old.metadata(), made.metadata(), field);
                metadata.put(field, made.metadata().get(field));
            }
        }
        made.tree().put("metadata", metadata);
        Tree.textual(metadata, "labels");
        CONTENT.forEach(field -> Tree.textual(made.tree(), field));
        resources.set(resources.indexOf(old), new Resource(made, made.hashed() && old.hashed()));
    }

    /** Puts the entries of {@code old} below those of {@code made}. */
    private static void merge(Map<String, Object> old, Map<String, Object> made, String field) {
        Map<String, Object> merged = new LinkedHashMap<>(Tree.map(old.get(field)));
        merged.putAll(Tree.map(made.get(field)));
        if (!merged.isEmpty()) {
            made.put(field, merged);
        }
    }
}
