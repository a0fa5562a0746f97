package decs.core.diff;

import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** helm-diff's {@code structured} form: JSON with every field that differs. */
final class StructuredPrinter implements DiffPrinter {
    @Override
    public String print(ManifestDiff diff, DiffStyle style) {
        List<Object> entries = new ArrayList<>();
        diff.changes().forEach(change -> entries.add(entry(change, style)));
        return write(entries, "") + "\n";
    }

    private static Map<String, Object> entry(ObjectChange change, DiffStyle style) {
        ValueMap entry = new ValueMap();
        entry.put("apiVersion", change.apiVersion());
        entry.put("kind", change.key().kind());
        entry.put("namespace", change.key().namespace());
        entry.put("name", change.key().name());
        entry.put("changeType", JsonPrinter.word(change, style));
        ValueMap status = new ValueMap();
        status.put("oldExists", change.kind() != ChangeKind.ADDED);
        status.put("newExists", change.kind() != ChangeKind.REMOVED);
        entry.put("resourceStatus", status);
        if (style.suppresses(change)) {
            entry.put("changesSuppressed", true);
            return entry;
        }
        List<Object> fields = new ArrayList<>();
        change.fields().forEach(field -> fields.add(field(field)));
        if (!fields.isEmpty()) {
            entry.put("changes", fields);
        }
        return entry;
    }

    private static Map<String, Object> field(FieldChange change) {
        ValueMap field = new ValueMap();
        if (!change.path().isEmpty()) {
            field.put("path", change.path());
        }
        field.put("field", change.field());
        field.put("change", change.kind().name().toLowerCase(Locale.ROOT));
        if (change.before() != null) {
            field.put("oldValue", sorted(change.before()));
        }
        if (change.after() != null) {
            field.put("newValue", sorted(change.after()));
        }
        return field;
    }

    private static Object sorted(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(StructuredPrinter::sorted).collect(Collectors.toCollection(ArrayList::new));
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, Object> result = new TreeMap<>();
            map.forEach((key, item) -> result.put((String) key, sorted(item)));
            return result;
        }
        return value;
    }

    /** JSON in the order of the maps' own keys, two blanks a level. */
    private static String write(Object value, String indent) {
        String deeper = indent + "  ";
        if (value instanceof List<?> list && !list.isEmpty()) {
            StringJoiner items = new StringJoiner(",\n" + deeper, "[\n" + deeper, "\n" + indent + "]");
            list.forEach(item -> items.add(write(item, deeper)));
            return items.toString();
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            StringJoiner items = new StringJoiner(",\n" + deeper, "{\n" + deeper, "\n" + indent + "}");
            map.forEach((key, item) -> items.add(Json.write(key) + ": " + write(item, deeper)));
            return items.toString();
        }
        return Json.write(value);
    }
}
