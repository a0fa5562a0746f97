package decs.helm.kube.apply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One entry of {@code metadata.managedFields}: who wrote, how, with which version of the kind, when, which fields. */
record FieldOwner(
        String name, boolean apply, String apiVersion, String subresource, Optional<String> time, FieldSet fields) {
    static FieldOwner of(Map<String, Object> entry) {
        return new FieldOwner(
                text(entry, "manager"),
                "Apply".equals(entry.get("operation")),
                text(entry, "apiVersion"),
                text(entry, "subresource"),
                Optional.ofNullable(entry.get("time")).map(Object::toString),
                entry.get("fieldsV1") instanceof Map<?, ?> fields ? FieldSet.of(cast(fields)) : FieldSet.EMPTY);
    }

    private static String text(Map<String, Object> entry, String key) {
        return entry.get(key) instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> cast(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }

    Map<String, Object> entry() {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("apiVersion", apiVersion);
        entry.put("fieldsType", "FieldsV1");
        entry.put("fieldsV1", fields.fieldsV1());
        entry.put("manager", name);
        entry.put("operation", apply ? "Apply" : "Update");
        if (!subresource.isEmpty()) {
            entry.put("subresource", subresource);
        }
        time.ifPresent(value -> entry.put("time", value));
        return entry;
    }

    /** Whether the other entry stands for the same writer. */
    boolean is(FieldOwner other) {
        return name.equals(other.name)
                && apply == other.apply
                && apiVersion.equals(other.apiVersion)
                && subresource.equals(other.subresource);
    }

    FieldOwner with(FieldSet newFields, Optional<String> newTime) {
        return new FieldOwner(name, apply, apiVersion, subresource, newTime, newFields);
    }

    FieldOwner with(FieldSet newFields) {
        return with(newFields, time);
    }

    /** As conflicts name it. */
    String words() {
        return "\"" + name + "\""
                + (subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"")
                + (apply ? "" : " using " + apiVersion);
    }
}
