package decs.template.yaml;

import decs.template.gofmt.GoFloat;
import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTime;
import decs.template.language.TemplateObject;
import decs.template.source.Problem;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes JSON as Go's encoder does: sorted keys, HTML characters escaped, floats in the shortest form. */
final class JsonWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    /** ASCII characters that stand for themselves in a string. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = ' '; c < PLAIN.length; c++) {
            PLAIN[c] = "\"\\<>&".indexOf(c) < 0;
        }
    }

    private final StringBuilder out;
    private final String indent;
    private int depth;

    JsonWriter(StringBuilder out, String indent) {
        this.out = out;
        this.indent = indent;
    }

    void write(Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Boolean || value instanceof Number) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            map(map, sorted(map));
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof byte[] bytes) {
            out.append('"').append(Base64.getEncoder().encodeToString(bytes)).append('"');
        } else if (value instanceof GoTime time) {
            string(time.format("2006-01-02T15:04:05.999999999Z07:00"));
        } else if (value instanceof TemplateObject object) {
            object(object);
        } else {
            String text = "json: unsupported type: " + value.getClass().getSimpleName();
            throw new YamlException(text, Problem.of(text));
        }
    }

    private void number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            String text = "json: unsupported value: " + GoFloat.print(number);
            throw new YamlException(text, Problem.of(text));
        }
        out.append(GoFloat.json(number));
    }

    /** A struct keeps the order of its fields. */
    @SuppressWarnings("ReferenceEquality")
    private void object(TemplateObject object) {
        Object shown = object.jsonValue();
        if (shown instanceof Map<?, ?> fields) {
            map(fields, fields.keySet().toArray());
        } else if (shown == object) {
            string(object.goString());
        } else {
            write(shown);
        }
    }

    private void map(Map<?, ?> map, Object[] keys) {
        if (map.isEmpty()) {
            out.append(GoMap.isNil(map) ? "null" : "{}");
            return;
        }
        out.append('{');
        depth++;
        boolean first = true;
        for (Object key : keys) {
            if (!first) {
                out.append(',');
            }
            first = false;
            newLine();
            string(String.valueOf(key));
            out.append(indent.isEmpty() ? ":" : ": ");
            write(map.get(key));
        }
        depth--;
        newLine();
        out.append('}');
    }

    static Object[] sorted(Map<?, ?> map) {
        Object[] keys = map.keySet().toArray();
        java.util.Arrays.sort(keys, (a, b) -> GoString.compareBytes(String.valueOf(a), String.valueOf(b)));
        return keys;
    }

    private void list(List<?> list) {
        if (list.isEmpty()) {
            out.append(GoSlice.isNil(list) ? "null" : "[]");
            return;
        }
        out.append('[');
        depth++;
        boolean first = true;
        for (Object item : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            newLine();
            write(item);
        }
        depth--;
        newLine();
        out.append(']');
    }

    private void newLine() {
        if (!indent.isEmpty()) {
            out.append('\n');
            for (int i = 0; i < depth; i++) {
                out.append(indent);
            }
        }
    }

    private void string(String text) {
        out.append('"');
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < PLAIN.length ? PLAIN[c] : c < '\u2028' || isPlain(text, i)) {
                continue;
            }
            out.append(text, start, i);
            escape(c);
            start = i + 1;
        }
        out.append(text, start, text.length()).append('"');
    }

    /** Half a pair of surrogates stands for a byte that is no text. */
    private static boolean isPlain(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c != '\u2028' && c != '\u2029';
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                char shown = Character.isSurrogate(c) ? '\ufffd' : c;
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX[shown >> shift & 15]);
                }
            }
        }
    }
}
