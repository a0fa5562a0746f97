package decs.helm.chart;

import decs.template.gofmt.GoFloat;
import decs.template.gofmt.GoString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a YAML mapping as Go decodes it into a struct: field names without regard to case (of several spellings the
 * last one in byte order counts), scalars turned into text where the field is text, Go's words for a wrong type. It
 * expects numbers with their own types ({@link decs.template.yaml.Yaml#readTyped}).
 *
 * <p>Mirrors: sigs.k8s.io/yaml convertToJSONableObject, encoding/json decodeState.object
 */
public final class StructReader {
    private static final String DECODING = "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ";

    private final String struct;
    private final String path;
    private final Map<String, Object> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private StructReader(String struct, String path, Map<?, ?> tree) {
        this.struct = struct;
        this.path = path;
        Map<String, Object> ordered = new TreeMap<>(GoString::compareBytes);
        tree.forEach((key, value) -> ordered.put((String) key, value));
        ordered.forEach((key, value) -> {
            if (value != null || !fields.containsKey(key)) {
                fields.put(key, value);
            }
        });
    }

    /** A reader of a whole document; null reads as an empty struct. */
    public static StructReader of(Object tree, String goPackage, String struct) {
        if (tree == null) {
            return new StructReader(struct, "", Map.of());
        }
        if (tree instanceof Map<?, ?> map) {
            return new StructReader(struct, "", map);
        }
        throw new ChartException(DECODING + kind(tree) + " into Go value of type " + goPackage + "." + struct);
    }

    public String text(String field) {
        return text(field, fields.get(field));
    }

    private String text(String field, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw wrong(field, value, "string");
        }
        return scalar(value);
    }

    private static String scalar(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return GoFloat.format32(number.floatValue(), 'g', -1);
        }
        return value.toString();
    }

    public boolean flag(String field) {
        Object value = fields.get(field);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(field, value, "bool");
    }

    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(field, "[]string")) {
            texts.add(text(field, item));
        }
        return texts;
    }

    /** A list of anything, with numbers as JSON has them. */
    public List<Object> values(String field) {
        List<Object> values = new ArrayList<>();
        for (Object item : list(field, "[]interface {}")) {
            values.add(asJson(item));
        }
        return values;
    }

    public Map<String, String> textMap(String field) {
        Object value = fields.get(field);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(field, value, "map[string]string");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((key, item) -> texts.put((String) key, text(field, item)));
        return texts;
    }

    /** The struct without a name of its own in a field; empty when there is none. */
    public StructReader struct(String field, String goType) {
        Object value = fields.get(field);
        if (value == null) {
            return new StructReader("", path + field + ".", Map.of());
        }
        if (value instanceof Map<?, ?> map) {
            return new StructReader("", path + field + ".", map);
        }
        throw wrong(field, value, goType);
    }

    /** A list of structs called {@code name}; a null stands for a null entry. */
    public List<StructReader> structs(String field, String goPackage, String name) {
        List<StructReader> readers = new ArrayList<>();
        for (Object item : list(field, "[]*" + goPackage + "." + name)) {
            if (item == null) {
                readers.add(null);
            } else if (item instanceof Map<?, ?> map) {
                readers.add(new StructReader(name, path + field + ".", map));
            } else {
                throw wrong(field, item, goPackage + "." + name);
            }
        }
        return readers;
    }

    private List<?> list(String field, String goType) {
        Object value = fields.get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(field, value, goType);
    }

    private ChartException wrong(String field, Object value, String goType) {
        return new ChartException(
                DECODING + kind(value) + " into Go struct field " + struct + "." + path + field + " of type " + goType);
    }

    private static String kind(Object value) {
        if (value instanceof Map) {
            return "object";
        }
        if (value instanceof List) {
            return "array";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        return value instanceof Number ? "number" : "string";
    }

    private static Object asJson(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof BigInteger) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(asJson(item)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put((String) key, asJson(item)));
            return copy;
        }
        return value;
    }
}
