package decs.template.jinja;

import decs.template.language.TemplateObject;
import decs.template.language.WideInt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of template data that hold nothing but texts, numbers, switches, lists and mappings. */
final class PlainData {
    private PlainData() {}

    static Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value(value)));
        return copy;
    }

    @SuppressWarnings("ReferenceEquality")
    private static Object value(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof Iterable<?> items) {
            List<Object> copy = new ArrayList<>();
            items.forEach(item -> copy.add(value(item)));
            return copy;
        }
        if (value instanceof WideInt wide) {
            return wide.longValue();
        }
        if (value instanceof TemplateObject object) {
            Object plain = object.jsonValue();
            return plain == object ? object.goString() : value(plain);
        }
        boolean simple =
                value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
        return simple ? value : String.valueOf(value);
    }
}
