package decs.core.diff;

import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * One value that differs.
 *
 * @param path what the field stands in ({@code spec.template.spec.containers[0]}); empty at the top
 * @param field its name there, or its index in brackets
 */
public record FieldChange(String path, String field, Kind kind, Object before, Object after) {
    public FieldChange {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(kind, "kind");
    }

    /** Whether the field is new, gone, or has another value. */
    public enum Kind {
        ADD,
        REMOVE,
        REPLACE
    }

    /** The path and the field together. */
    public String fullPath() {
        return join(path, field);
    }

    /** The fields in which two documents differ, in the order of their names; layout and order of keys say nothing. */
    static List<FieldChange> between(String before, String after) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", "", Yaml.read(Source.of("before", before)), Yaml.read(Source.of("after", after)), changes);
        return changes;
    }

    private static void compare(String path, String field, Object before, Object after, List<FieldChange> changes) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            maps(join(path, field), old, now, changes);
        } else if (before instanceof List<?> old && after instanceof List<?> now) {
            lists(join(path, field), old, now, changes);
        } else if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(path, field, Kind.REPLACE, before, after));
        }
    }

    private static void maps(String path, Map<?, ?> before, Map<?, ?> after, List<FieldChange> changes) {
        TreeSet<String> keys = new TreeSet<>();
        before.keySet().forEach(key -> keys.add((String) key));
        after.keySet().forEach(key -> keys.add((String) key));
        for (String key : keys) {
            if (!before.containsKey(key)) {
                changes.add(new FieldChange(path, key, Kind.ADD, null, after.get(key)));
            } else if (!after.containsKey(key)) {
                changes.add(new FieldChange(path, key, Kind.REMOVE, before.get(key), null));
            } else {
                compare(path, key, before.get(key), after.get(key), changes);
            }
        }
    }

    private static void lists(String path, List<?> before, List<?> after, List<FieldChange> changes) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String field = "[" + i + "]";
            if (i >= before.size()) {
                changes.add(new FieldChange(path, field, Kind.ADD, null, after.get(i)));
            } else if (i >= after.size()) {
                changes.add(new FieldChange(path, field, Kind.REMOVE, before.get(i), null));
            } else {
                compare(path, field, before.get(i), after.get(i), changes);
            }
        }
    }

    private static String join(String path, String field) {
        return path.isEmpty() || field.startsWith("[") ? path + field : field.isEmpty() ? path : path + "." + field;
    }
}
