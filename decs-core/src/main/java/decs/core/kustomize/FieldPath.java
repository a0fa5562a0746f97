package decs.core.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A place in objects of some kinds, as kustomize writes it: {@code spec/template/spec/containers[]/image}. A list on
 * the way is entered item by item, with or without {@code []}.
 *
 * @param group empty means every group
 * @param version empty means every version
 * @param kind empty means every kind
 * @param create whether maps that are missing on the way are made
 */
record FieldPath(String group, String version, String kind, String path, boolean create) {
    static FieldPath existing(String kind, String path) {
        return new FieldPath("", "", kind, path, false);
    }

    static FieldPath creating(String kind, String path) {
        return new FieldPath("", "", kind, path, true);
    }

    FieldPath inGroup(String group) {
        return new FieldPath(group, version, kind, path, create);
    }

    /** A path as a user gives it in {@code fieldSpecs}. */
    static FieldPath read(Map<String, Object> spec) {
        return new FieldPath(
                Tree.text(spec, "group").orElse(""),
                Tree.text(spec, "version").orElse(""),
                Tree.text(spec, "kind").orElse(""),
                Tree.text(spec, "path").orElse(""),
                Tree.flag(spec, "create"));
    }

    static List<FieldPath> readAll(Object specs) {
        return Tree.maps(specs).stream().map(FieldPath::read).toList();
    }

    boolean matches(Resource resource) {
        Identity id = resource.identity();
        return (kind.isEmpty() || kind.equals(id.kind()))
                && (group.isEmpty() || group.equals(id.group()))
                && (version.isEmpty() || version.equals(id.version()));
    }

    /** Calls {@code action} with each map that holds the last key, and that key. */
    void visit(Resource resource, BiConsumer<Map<String, Object>, String> action) {
        if (matches(resource)) {
            visit(resource.tree(), keys(), 0, action);
        }
    }

    /** The path's keys; {@code \/} is a slash within one. */
    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (String key : path.split("(?<!\\\\)/", -1)) {
            if (!key.isEmpty()) {
                keys.add(key.replace("\\/", "/"));
            }
        }
        return keys;
    }

    private void visit(Object at, List<String> keys, int depth, BiConsumer<Map<String, Object>, String> action) {
        if (at instanceof List<?> list) {
            list.forEach(item -> visit(item, keys, depth, action));
            return;
        }
        if (!(at instanceof Map)) {
            return;
        }
        Map<String, Object> map = Tree.map(at);
        boolean ofList = keys.get(depth).endsWith("[]");
        String key = ofList ? keys.get(depth).substring(0, keys.get(depth).length() - 2) : keys.get(depth);
        if (depth == keys.size() - 1) {
            if (create || !Tree.isNull(map.get(key))) {
                action.accept(map, key);
            }
            return;
        }
        if (create && !ofList && Tree.isNull(map.get(key))) {
            map.put(key, new LinkedHashMap<String, Object>());
        }
        visit(map.get(key), keys, depth + 1, action);
    }
}
