package decs.helm.chart;

import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Metadata, dependencies and locks as Go's encoder writes their structs: the fields in their order, nothing between. The
 * digest of a lock and the configuration of a chart in a registry are made of it.
 */
public final class FieldJson {
    /** Fields that are maps in Go, whose keys are sorted. */
    private static final Set<String> MAPS = Set.of("annotations", "import-values");

    private FieldJson() {}

    /** {@code tree}, as {@link ChartYaml#tree} made it, or a list of such. */
    public static String write(Object tree) {
        if (tree instanceof List<?> list) {
            StringJoiner items = new StringJoiner(",", "[", "]");
            list.forEach(item -> items.add(write(item)));
            return items.toString();
        }
        if (!(tree instanceof ValueMap map)) {
            return Json.write(tree);
        }
        StringJoiner fields = new StringJoiner(",", "{", "}");
        for (Map.Entry<String, Object> field : map.entrySet()) {
            String value = MAPS.contains(field.getKey()) ? Json.write(field.getValue()) : write(field.getValue());
            fields.add(Json.write(field.getKey()) + ":" + value);
        }
        return fields.toString();
    }

    /** The same on many lines, as {@code json.MarshalIndent} does it with two blanks. */
    public static String writeIndented(Object tree) {
        return indented(tree, "");
    }

    private static String indented(Object tree, String indent) {
        String inner = indent + "  ";
        if (tree instanceof List<?> list && !list.isEmpty()) {
            StringJoiner items = new StringJoiner(",\n" + inner, "[\n" + inner, "\n" + indent + "]");
            list.forEach(item -> items.add(indented(item, inner)));
            return items.toString();
        }
        if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
            StringJoiner fields = new StringJoiner(",\n" + inner, "{\n" + inner, "\n" + indent + "}");
            map.forEach((key, value) -> {
                Object shown = MAPS.contains(key) && value instanceof Map<?, ?> sorted ? new TreeMap<>(sorted) : value;
                fields.add(Json.write(key) + ": " + indented(shown, inner));
            });
            return fields.toString();
        }
        return Json.write(tree);
    }
}
