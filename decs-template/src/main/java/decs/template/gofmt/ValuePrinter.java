package decs.template.gofmt;

import decs.template.language.TemplateObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code %v} without flags: the hot path of printing. */
final class ValuePrinter {
    private static final int PIECE = 8_192;

    private ValuePrinter() {}

    /** Appends a value, nil as {@code <nil>}. */
    static void append(StringBuilder out, Object value) {
        if (value instanceof String text) {
            out.append(text);
        } else if (value instanceof Integer number) {
            out.append(number.intValue());
        } else if (value instanceof Double number) {
            GoFloat.append(out, number);
        } else if (value instanceof Boolean bool) {
            out.append(bool.booleanValue());
        } else if (value instanceof Long number) {
            out.append(number.longValue());
        } else if (value == null) {
            out.append("<nil>");
        } else {
            appendOther(out, value);
        }
    }

    private static void appendOther(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> map) {
            appendMap(out, map);
        } else if (value instanceof List<?> list) {
            appendList(out, list);
        } else if (value instanceof byte[] bytes) {
            appendBytes(out, bytes);
        } else if (value instanceof TemplateObject object) {
            out.append(object.goString());
        } else if (value instanceof GoComplex || value instanceof Float) {
            new VerbPrinter(out, new FormatFlags()).print(value, 'v');
        } else {
            out.append(value);
        }
    }

    private static void appendMap(StringBuilder out, Map<?, ?> map) {
        out.append("map[");
        String[] keys = sortedKeys(map);
        for (int i = 0; i < keys.length; i++) {
            if (i > 0) {
                out.append(' ');
            }
            out.append(keys[i]).append(':');
            appendInner(out, map.get(keys[i]));
        }
        out.append(']');
    }

    /** The keys in the order in which Go prints a map. */
    static String[] sortedKeys(Map<?, ?> map) {
        String[] keys = map.keySet().toArray(new String[0]);
        Arrays.sort(keys, GoString::compareBytes);
        return keys;
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(' ');
            }
            appendInner(out, list.get(i));
        }
        out.append(']');
    }

    private static void appendInner(StringBuilder out, Object value) {
        if (value instanceof TemplateObject object && !(value instanceof Map)) {
            out.append(object.innerString());
        } else {
            append(out, value);
        }
    }

    /** Digits are laid out in an array: whole archives are printed by mistake, and appending number by number is slow. */
    private static void appendBytes(StringBuilder out, byte[] bytes) {
        char[] text = new char[Math.min(PIECE, 4 * bytes.length)];
        int end = 0;
        out.ensureCapacity(out.length() + 2 + 4 * bytes.length);
        out.append('[');
        for (byte each : bytes) {
            if (end + 4 > text.length) {
                out.append(text, 0, end);
                end = 0;
            }
            int value = each & 0xFF;
            if (value >= 100) {
                text[end++] = (char) ('0' + value / 100);
            }
            if (value >= 10) {
                text[end++] = (char) ('0' + value / 10 % 10);
            }
            text[end++] = (char) ('0' + value % 10);
            text[end++] = ' ';
        }
        out.append(text, 0, Math.max(0, end - 1)).append(']');
    }
}
