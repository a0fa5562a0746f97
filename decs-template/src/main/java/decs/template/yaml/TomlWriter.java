package decs.template.yaml;

import decs.template.gofmt.GoDuration;
import decs.template.gofmt.GoFloat;
import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTime;
import decs.template.language.TemplateObject;
import decs.template.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trees to TOML. Mirrors: BurntSushi/toml Encoder. */
final class TomlWriter {
    private final StringBuilder out;

    TomlWriter(StringBuilder out) {
        this.out = out;
    }

    void document(Object value) {
        Object shown = shown(value);
        if (shown == null) {
            throw unfit("cannot encode a nil value");
        } else if (shown instanceof Map<?, ?> map) {
            entries(map, "", 0);
        } else if (isTables(shown)) {
            throw unfit("top-level values must be Go maps or structs");
        } else {
            value(shown);
        }
    }

    private static YamlException unfit(String why) {
        return new YamlException("toml: " + why, Problem.of(why));
    }

    @SuppressWarnings("ReferenceEquality")
    private static Object shown(Object value) {
        if (value instanceof TemplateObject object && !(value instanceof GoTime || value instanceof GoDuration)) {
            Object shown = object.jsonValue();
            return shown == object && !(object instanceof Map) && !(object instanceof List) ? object.goString() : shown;
        }
        return value;
    }

    /** Whether {@code value} is a list of mappings only, and so is written as an array of tables. */
    private static boolean isTables(Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            return false;
        }
        boolean tables = true;
        for (Object item : list) {
            if (item == null) {
                throw unfit("cannot encode array with nil element");
            }
            tables &= shown(item) instanceof Map;
        }
        return tables;
    }

    private static boolean isTable(Object value) {
        return value instanceof Map || isTables(value);
    }

    /** Whether Go has nothing there to write. */
    private static boolean isNil(Object value) {
        return (value instanceof Map<?, ?> map && GoMap.isNil(map))
                || (value instanceof List<?> list && GoSlice.isNil(list));
    }

    private static List<String> keys(Map<?, ?> map, boolean tables) {
        List<String> keys = new ArrayList<>(map.size());
        map.forEach((key, value) -> {
            Object shown = shown(value);
            if (!isNil(shown) && isTable(shown) == tables) {
                keys.add((String) key);
            }
        });
        keys.sort(GoString::compareBytes);
        return keys;
    }

    /** The entries of the table called {@code path}, which has {@code depth} parts. */
    private void entries(Map<?, ?> map, String path, int depth) {
        for (String key : keys(map, false)) {
            Object value = shown(map.get(key));
            if (value != null) {
                out.append("  ".repeat(depth));
                key(key);
                out.append(" = ");
                value(value);
                out.append('\n');
            }
        }
        for (String key : keys(map, true)) {
            String subPath = (path.isEmpty() ? "" : path + ".") + keyText(key);
            Object value = shown(map.get(key));
            if (value instanceof Map<?, ?> table) {
                if (depth == 0) {
                    separate();
                }
                out.append("  ".repeat(depth)).append('[').append(subPath).append("]\n");
                entries(table, subPath, depth + 1);
            } else {
                for (Object item : (List<?>) value) {
                    separate();
                    out.append("  ".repeat(depth)).append("[[").append(subPath).append("]]\n");
                    entries((Map<?, ?>) shown(item), subPath, depth + 1);
                }
            }
        }
    }

    private void separate() {
        if (!out.isEmpty()) {
            out.append('\n');
        }
    }

    static String keyText(String key) {
        StringBuilder text = new StringBuilder();
        new TomlWriter(text).key(key);
        return text.toString();
    }

    private void key(String key) {
        boolean bare = !key.isEmpty();
        for (int i = 0; i < key.length() && bare; i++) {
            bare = CharInput.isWord(key.charAt(i));
        }
        if (bare) {
            out.append(key);
        } else {
            quote(key);
        }
    }

    private void value(Object raw) {
        Object value = shown(raw);
        if (value instanceof String text) {
            quote(text);
        } else if (value instanceof Double number) {
            number(number);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Map<?, ?> map) {
            inlineTable(map);
        } else if (value instanceof GoTime time) {
            out.append(TomlTime.format(time));
        } else if (value instanceof GoDuration duration) {
            quote(duration.goString());
        } else if (value instanceof byte[] bytes) {
            bytes(bytes);
        } else {
            out.append(value);
        }
    }

    private void number(double number) {
        if (Double.isNaN(number)) {
            out.append("nan");
        } else if (Double.isInfinite(number)) {
            out.append(number > 0 ? "inf" : "-inf");
        } else {
            int from = out.length();
            GoFloat.append(out, number);
            if (out.indexOf(".", from) < 0 && out.indexOf("e", from) < 0) {
                out.append(".0");
            }
        }
    }

    private void list(List<?> list) {
        out.append('[');
        String comma = "";
        for (Object item : list) {
            if (item == null) {
                throw unfit("cannot encode array with nil element");
            }
            out.append(comma);
            value(item);
            comma = ", ";
        }
        out.append(']');
    }

    private void bytes(byte[] bytes) {
        out.append('[');
        for (int i = 0; i < bytes.length; i++) {
            out.append(i == 0 ? "" : ", ").append(bytes[i] & 0xFF);
        }
        out.append(']');
    }

    /** A table within a value. A null leaves its comma behind, as the library has it. */
    private void inlineTable(Map<?, ?> map) {
        List<String> plain = keys(map, false);
        List<String> tables = keys(map, true);
        out.append('{');
        inlineEntries(map, plain, !tables.isEmpty());
        inlineEntries(map, tables, false);
        out.append('}');
    }

    private void inlineEntries(Map<?, ?> map, List<String> keys, boolean moreFollow) {
        for (int i = 0; i < keys.size(); i++) {
            Object value = shown(map.get(keys.get(i)));
            if (value != null) {
                key(keys.get(i));
                out.append(" = ");
                value(value);
                if (moreFollow || i < keys.size() - 1) {
                    out.append(", ");
                }
            }
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (c < ' ' || c == 0x7F) {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
