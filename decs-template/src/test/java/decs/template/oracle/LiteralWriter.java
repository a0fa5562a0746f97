package decs.template.oracle;

import decs.template.gofmt.GoDuration;
import decs.template.gofmt.GoFloat;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoInteger;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTime;
import decs.template.gofmt.GoTypes;
import decs.template.language.WideInt;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Writes values in the notation that {@link LiteralReader} reads. */
public final class LiteralWriter {
    private final StringBuilder out = new StringBuilder();

    private LiteralWriter() {}

    /** The value's notation. */
    public static String write(Object value) {
        LiteralWriter writer = new LiteralWriter();
        writer.value(value);
        return writer.out.toString();
    }

    private void value(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof WideInt) {
            out.append(value);
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof Long number) {
            out.append("{\"$int64\":").append(number).append('}');
        } else if (value instanceof GoDuration duration) {
            out.append("{\"$time.Duration\":").append(duration.nanos()).append('}');
        } else if (value instanceof GoTime time) {
            out.append("{\"$time\":");
            string(time.goString());
            out.append('}');
        } else if (value instanceof GoInteger number) {
            out.append("{\"$" + number.type() + "\":").append(number).append('}');
        } else if (value instanceof byte[] bytes) {
            out.append("{\"$bytes\":\"").append(HexFormat.of().formatHex(bytes)).append("\"}");
        } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
            composite(value);
        } else {
            out.append("{\"$other\":");
            string(GoTypes.typeName(value) + "=" + GoFormat.value(value));
            out.append('}');
        }
    }

    private void number(double number) {
        String text = GoFloat.format(number, 'g', -1);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            out.append("{\"$float64\":\"").append(text).append("\"}");
        } else {
            out.append(text).append(text.indexOf('.') < 0 && text.indexOf('e') < 0 ? ".0" : "");
        }
    }

    private void composite(Object value) {
        String type = GoTypes.typeName(value);
        if (value instanceof List<?> list && GoSlice.isNil(list)) {
            out.append("{\"$nil\":\"").append(type).append("\"}");
            return;
        }
        boolean plain = type.equals("[]interface {}") || type.equals("map[string]interface {}");
        out.append(plain ? "" : "{\"$" + type + "\":");
        if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i > 0 ? "," : "");
                value(list.get(i));
            }
            out.append(']');
        } else {
            map((Map<?, ?>) value);
        }
        out.append(plain ? "" : "}");
    }

    private void map(Map<?, ?> map) {
        String[] keys = map.keySet().toArray(new String[0]);
        java.util.Arrays.sort(keys, GoString::compareBytes);
        out.append('{');
        for (int i = 0; i < keys.length; i++) {
            out.append(i > 0 ? "," : "");
            string(keys[i]);
            out.append(':');
            value(map.get(keys[i]));
        }
        out.append('}');
    }

    private void string(String text) {
        if (!GoString.isValid(text)) {
            out.append("{\"$raw\":\"")
                    .append(HexFormat.of().formatHex(GoString.bytes(text)))
                    .append("\"}");
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || c == 0x2028 || c == 0x2029) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
