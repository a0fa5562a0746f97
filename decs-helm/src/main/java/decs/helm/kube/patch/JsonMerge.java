package decs.helm.kube.patch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** JSON merge patches, RFC 7386: null removes, mappings merge, all else is replaced. */
public final class JsonMerge {
    private JsonMerge() {}

    /** What the patch makes of {@code target}. */
    public static Map<String, Object> apply(Map<String, Object> target, Map<String, Object> patch) {
        Map<String, Object> result = new LinkedHashMap<>(target);
        patch.forEach((key, value) -> {
            if (value == null) {
                result.remove(key);
            } else if (value instanceof Map<?, ?> inner) {
                Map<String, Object> below = result.get(key) instanceof Map<?, ?> map ? Values.map(map) : Map.of();
                result.put(key, apply(below, Values.map(inner)));
            } else {
                result.put(key, value);
            }
        });
        return result;
    }

    /** The patch that makes {@code to} of {@code from}. */
    static Map<String, Object> between(Map<String, Object> from, Map<String, Object> to) {
        Map<String, Object> patch = new LinkedHashMap<>();
        to.forEach((key, after) -> {
            Object before = from.get(key);
            if (!from.containsKey(key)) {
                patch.put(key, after);
            } else if (before instanceof Map<?, ?> left && after instanceof Map<?, ?> right) {
                Map<String, Object> inner = between(Values.map(left), Values.map(right));
                if (!inner.isEmpty()) {
                    patch.put(key, inner);
                }
            } else if (!Objects.equals(before, after)) {
                patch.put(key, after);
            }
        });
        from.forEach((key, before) -> {
            if (!to.containsKey(key)) {
                patch.put(key, null);
            }
        });
        return patch;
    }

    /** Additions and changes from current to modified, and removals from original to modified. */
    static Map<String, Object> threeWay(
            Map<String, Object> original, Map<String, Object> modified, Map<String, Object> current) {
        return lay(nulls(between(original, modified)), values(between(current, modified)));
    }

    /** The removals of a patch alone. */
    private static Map<String, Object> nulls(Map<String, Object> patch) {
        Map<String, Object> kept = new LinkedHashMap<>();
        patch.forEach((key, value) -> {
            if (value == null) {
                kept.put(key, null);
            } else if (value instanceof Map<?, ?> map) {
                Map<String, Object> inner = nulls(Values.map(map));
                if (!inner.isEmpty()) {
                    kept.put(key, inner);
                }
            }
        });
        return kept;
    }

    /** A patch without its removals, and without what held nothing else. */
    private static Map<String, Object> values(Map<String, Object> patch) {
        Map<String, Object> kept = new LinkedHashMap<>();
        patch.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map) {
                Map<String, Object> inner = values(Values.map(map));
                if (map.isEmpty() || !inner.isEmpty()) {
                    kept.put(key, inner);
                }
            } else if (value != null) {
                kept.put(key, value instanceof List<?> ? withoutNulls(value) : value);
            }
        });
        return kept;
    }

    private static Object withoutNulls(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> kept = new LinkedHashMap<>();
            Values.map(map).forEach((key, inner) -> {
                if (inner != null) {
                    kept.put(key, withoutNulls(inner));
                }
            });
            return kept;
        }
        return value instanceof List<?> list
                ? list.stream().map(JsonMerge::withoutNulls).toList()
                : value;
    }

    private static Map<String, Object> lay(Map<String, Object> under, Map<String, Object> over) {
        Map<String, Object> union = new LinkedHashMap<>(under);
        over.forEach((key, value) -> {
            boolean both = under.get(key) instanceof Map<?, ?> && value instanceof Map<?, ?>;
            union.put(key, both ? lay(Values.map((Map<?, ?>) under.get(key)), Values.map((Map<?, ?>) value)) : value);
        });
        return union;
    }
}
