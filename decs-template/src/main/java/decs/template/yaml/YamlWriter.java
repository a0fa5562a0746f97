package decs.template.yaml;

import decs.template.gofmt.GoFloat;
import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoTime;
import decs.template.language.TemplateObject;
import decs.template.source.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes block-style YAML as go-yaml does: v2 through JSON (Helm's {@code toYaml}: lists not indented below their key,
 * long lines folded), or v3 (lists indented, nothing folded).
 */
final class YamlWriter {
    private static final int LONGEST_KEY = 128;
    private static final BigInteger UINT64_LIMIT = BigInteger.ONE.shiftLeft(64);

    private final StringBuilder out;
    private final boolean v3;
    private final KeyOrder order;
    private final ScalarWriter scalars;

    YamlWriter(StringBuilder out, boolean v3) {
        this.out = out;
        this.v3 = v3;
        this.order = new KeyOrder(v3);
        this.scalars = new ScalarWriter(out, v3);
    }

    /** One document, with its final newline. */
    void document(Object value) {
        Object shown = shown(value);
        if (shown instanceof Map<?, ?> map && !map.isEmpty()) {
            mapping(map, isStruct(value), 0, true);
        } else if (shown instanceof List<?> list && !list.isEmpty()) {
            sequence(list, 0, true);
        } else {
            leaf(shown, 2);
        }
        if (!scalars.endsWithBreak()) {
            out.append('\n');
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private Object shown(Object value) {
        if (value instanceof TemplateObject object && isStruct(object)) {
            Object plain = v3 ? object.yamlValue() : object.jsonValue();
            return plain == object ? object.goString() : plain;
        }
        if (v3 && value instanceof byte[] bytes) {
            return IntStream.range(0, bytes.length)
                    .mapToObj(i -> bytes[i] & 0xFF)
                    .toList();
        }
        return value;
    }

    private static boolean isStruct(Object value) {
        boolean isItself = value instanceof Map || value instanceof List || value instanceof GoTime;
        return value instanceof TemplateObject && !isItself;
    }

    private void mapping(Map<?, ?> map, boolean fieldOrder, int indent, boolean inline) {
        boolean first = inline;
        String[] keys = fieldOrder && v3
                ? map.keySet().stream().map(String::valueOf).toArray(String[]::new)
                : order.sorted(map);
        for (String key : keys) {
            if (!first) {
                newLine(indent);
            }
            first = false;
            boolean simple = key.length() <= LONGEST_KEY && key.indexOf('\n') < 0;
            if (simple) {
                scalars.text(key, indent + 2, true);
                out.append(':');
            } else {
                out.append("? ");
                scalars.text(key, indent + 2, false);
                newLine(indent);
                out.append(':');
                if (beside(map.get(key), indent + 2)) {
                    continue;
                }
            }
            value(map.get(key), indent, v3 ? indent + 2 : indent);
        }
    }

    /** Writes a collection on the line of the mark before it; false when the value is none. */
    private boolean beside(Object value, int indent) {
        Object shown = shown(value);
        if (shown instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append(' ');
            mapping(map, isStruct(value), indent, true);
            return true;
        }
        if (shown instanceof List<?> list && !list.isEmpty()) {
            out.append(' ');
            sequence(list, indent, true);
            return true;
        }
        return false;
    }

    private void sequence(List<?> list, int indent, boolean inline) {
        boolean first = inline;
        for (Object item : list) {
            if (!first) {
                newLine(indent);
            }
            first = false;
            out.append('-');
            Object shown = shown(item);
            if (shown instanceof Map<?, ?> map && !map.isEmpty()) {
                out.append(' ');
                mapping(map, isStruct(item), indent + 2, true);
            } else if (shown instanceof List<?> inner && !inner.isEmpty()) {
                out.append(' ');
                sequence(inner, indent + 2, true);
            } else {
                out.append(' ');
                leaf(shown, indent + 2);
            }
        }
    }

    private void value(Object value, int indent, int listIndent) {
        Object shown = shown(value);
        if (shown instanceof Map<?, ?> map && !map.isEmpty()) {
            newLine(indent + 2);
            mapping(map, isStruct(value), indent + 2, true);
        } else if (shown instanceof List<?> list && !list.isEmpty()) {
            newLine(listIndent);
            sequence(list, listIndent, true);
        } else {
            out.append(' ');
            leaf(shown, indent + 2);
        }
    }

    private void newLine(int indent) {
        if (!scalars.endsWithBreak()) {
            out.append('\n');
        }
        scalars.lineStarts(indent);
    }

    private void leaf(Object value, int indent) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof String text) {
            scalars.text(text, indent, false);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Number) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            out.append(!v3 && GoMap.isNil(map) ? "null" : "{}");
        } else if (value instanceof List<?> list) {
            out.append(!v3 && GoSlice.isNil(list) ? "null" : "[]");
        } else if (value instanceof GoTime time) {
            String text = time.format("2006-01-02T15:04:05.999999999Z07:00");
            if (v3) {
                out.append(text);
            } else {
                scalars.text(text, indent, false);
            }
        } else if (value instanceof byte[] bytes) {
            scalars.text(java.util.Base64.getEncoder().encodeToString(bytes), indent, false);
        } else {
            String text = "yaml: cannot marshal type: " + value.getClass().getSimpleName();
            throw new YamlException(text, Problem.of(text));
        }
    }

    private void number(double number) {
        if (v3) {
            out.append(special(number, GoFloat.format(number, 'g', -1)));
            return;
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            String text = "json: unsupported value: " + GoFloat.print(number);
            throw new YamlException(text, Problem.of(text));
        }
        String json = GoFloat.json(number);
        if (json.indexOf('.') < 0 && json.indexOf('e') < 0) {
            BigInteger whole = new BigDecimal(json).toBigInteger();
            boolean fits = whole.signum() < 0 ? whole.bitLength() < 64 : whole.compareTo(UINT64_LIMIT) < 0;
            if (fits) {
                out.append(whole);
                return;
            }
        }
        out.append(GoFloat.format(number, 'g', -1));
    }

    private static String special(double number, String text) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        return Double.isInfinite(number) ? (number > 0 ? ".inf" : "-.inf") : text;
    }
}
