package decs.helm.release;

import decs.template.yaml.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes one JSON object field by field, in the order of the calls: Go writes the fields of a struct in the order of
 * their declaration, where {@link Json} sorts the keys of a map.
 */
final class JsonFields {
    private final StringBuilder out = new StringBuilder("{");

    JsonFields raw(String name, String json) {
        if (out.length() > 1) {
            out.append(',');
        }
        out.append(Json.write(name)).append(':').append(json);
        return this;
    }

    JsonFields text(String name, String value) {
        return raw(name, Json.write(value));
    }

    JsonFields number(String name, long value) {
        return raw(name, Long.toString(value));
    }

    JsonFields textUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : text(name, value);
    }

    JsonFields numberUnlessZero(String name, long value) {
        return value == 0 ? this : number(name, value);
    }

    /** A map whose keys Go sorts. */
    JsonFields mapUnlessEmpty(String name, Map<String, ?> value) {
        return value.isEmpty() ? this : raw(name, Json.write(value));
    }

    JsonFields textsUnlessEmpty(String name, List<String> value) {
        return value.isEmpty() ? this : raw(name, Json.write(value));
    }

    <T> JsonFields listUnlessEmpty(String name, Collection<T> items, Function<T, String> json) {
        return items.isEmpty() ? this : raw(name, list(items, json));
    }

    /** What a record held that has no name here, in the order in which it was read. */
    JsonFields foreign(Map<String, Object> foreign) {
        foreign.forEach((name, value) -> raw(name, inOrder(value)));
        return this;
    }

    String end() {
        return out.append('}').toString();
    }

    static <T> String list(Collection<T> items, Function<T, String> json) {
        StringBuilder list = new StringBuilder("[");
        for (T item : items) {
            if (list.length() > 1) {
                list.append(',');
            }
            list.append(json.apply(item));
        }
        return list.append(']').toString();
    }

    /** A tree as JSON with the keys of every map in their own order. */
    static String inOrder(Object value) {
        if (value instanceof Map<?, ?> map) {
            JsonFields fields = new JsonFields();
            map.forEach((key, item) -> fields.raw(String.valueOf(key), inOrder(item)));
            return fields.end();
        }
        if (value instanceof List<?> list) {
            return list(list, JsonFields::inOrder);
        }
        return Json.write(value);
    }
}
