package decs.template.oracle;

import decs.template.gofmt.GoComplex;
import decs.template.gofmt.GoDuration;
import decs.template.gofmt.GoInteger;
import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTime;
import decs.template.language.WideInt;
import decs.template.value.ValueMap;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads values in the notation of the recorded tables: JSON in which {@code 5} is an int, {@code 5.0} a float64, and an
 * object with one key such as {@code {"$int64":5}} or {@code {"$[]string":["a"]}} a value of that Go type.
 */
public final class LiteralReader {
    private final String text;
    private int at;

    private LiteralReader(String text) {
        this.text = text;
    }

    /** The value that the text denotes. */
    public static Object read(String text) {
        LiteralReader reader = new LiteralReader(text);
        Object value = reader.value();
        reader.spaces();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("text behind the value: " + text);
        }
        return value;
    }

    /** A list of values, as an array. */
    public static Object[] readArguments(String text) {
        return ((List<?>) read(text)).toArray();
    }

    private void spaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private Object value() {
        spaces();
        char c = text.charAt(at);
        return switch (c) {
            case '"' -> string();
            case '[' -> list();
            case '{' -> object();
            case 'n' -> word("null", null);
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Object word(String word, Object value) {
        at += word.length();
        return value;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(start, at);
        return number.matches("-?[0-9]+") ? WideInt.of(Long.parseLong(number)) : (Object) Double.valueOf(number);
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = text.charAt(at++);
            switch (escape) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
                default -> out.append(escape);
            }
        }
        at++;
        return out.toString();
    }

    private List<Object> list() {
        List<Object> items = new ArrayList<>();
        at++;
        spaces();
        while (text.charAt(at) != ']') {
            items.add(value());
            spaces();
            at += text.charAt(at) == ',' ? 1 : 0;
            spaces();
        }
        at++;
        return items;
    }

    private Object object() {
        ValueMap map = new ValueMap();
        at++;
        spaces();
        while (text.charAt(at) != '}') {
            String key = string();
            spaces();
            at++;
            map.put(key, value());
            spaces();
            at += text.charAt(at) == ',' ? 1 : 0;
            spaces();
        }
        at++;
        String key = map.size() == 1 ? map.keySet().iterator().next() : "";
        return key.startsWith("$") ? typed(key.substring(1), map.get(key)) : map;
    }

    private static Object typed(String type, Object value) {
        if (type.startsWith("[]")) {
            return GoSlice.over(type.substring(2), new ArrayList<>((List<?>) value));
        }
        return switch (type) {
            case "int64" -> ((Number) value).longValue();
            case "float64" -> Double.valueOf(((String) value).replace("Inf", "Infinity"));
            case "float32" -> ((Number) value).floatValue();
            case "time.Duration" -> GoDuration.ofNanos(((Number) value).longValue());
            case "time.Time" ->
                GoTime.parse(GoTime.RFC3339_NANO, (String) value, ZoneOffset.UTC)
                        .in(decs.template.gofmt.GoZone.UTC);
            case "raw" -> GoString.of(HexFormat.of().parseHex((String) value));
            case "bytes" -> HexFormat.of().parseHex((String) value);
            case "complex128" -> new GoComplex((Double) ((List<?>) value).get(0), (Double) ((List<?>) value).get(1));
            case "map[string]string" -> {
                GoMap map = new GoMap("string");
                ((Map<?, ?>) value).forEach((k, v) -> map.put((String) k, v));
                yield map;
            }
            case "nil" -> ((String) value).startsWith("[]") ? GoSlice.nil(((String) value).substring(2)) : null;
            default -> GoInteger.of(type, ((Number) value).longValue());
        };
    }
}
