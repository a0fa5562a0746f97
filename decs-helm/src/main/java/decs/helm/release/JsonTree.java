package decs.helm.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one object of a record leniently, as Go does: what is missing or null is empty. {@link #rest} holds what was
 * never asked for.
 */
final class JsonTree {
    private final Map<String, Object> fields;
    private final Map<String, Object> rest;

    JsonTree(Map<String, Object> fields) {
        this.fields = fields;
        this.rest = new LinkedHashMap<>(fields);
    }

    static JsonTree of(Object value) {
        return new JsonTree(map(value));
    }

    Object take(String name) {
        rest.remove(name);
        return fields.get(name);
    }

    String text(String name) {
        return take(name) instanceof String text ? text : "";
    }

    int number(String name) {
        return take(name) instanceof Number number ? number.intValue() : 0;
    }

    boolean flag(String name) {
        return take(name) instanceof Boolean flag && flag;
    }

    JsonTree object(String name) {
        return of(take(name));
    }

    List<JsonTree> objects(String name) {
        return list(take(name)).stream().map(JsonTree::of).toList();
    }

    List<String> texts(String name) {
        return list(take(name)).stream().map(String::valueOf).toList();
    }

    Map<String, Object> map(String name) {
        return map(take(name));
    }

    /** The fields that were not asked for, as they were written. */
    Map<String, Object> rest() {
        return rest;
    }

    /** Keeps a field among the {@link #rest} although it was asked for. */
    void keep(String name) {
        rest.put(name, fields.get(name));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of();
    }
}
