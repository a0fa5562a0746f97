package decs.core.diff;

import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * YAML as dyff shows it: well-known keys first, list items not indented, texts quoted only where they would mislead.
 * With colours, in the tones of what is added or removed.
 */
record NeatYaml(Tones tones) {
    private static final List<List<String>> KEY_ORDERS = List.of(
            List.of("apiVersion", "kind", "metadata", "spec", "status"),
            List.of("name", "namespace", "labels", "annotations"),
            List.of("name", "url", "version"),
            List.of("name"),
            List.of("id"),
            List.of("key"),
            List.of("type"),
            List.of("version"));

    /** The colours of one side; empty texts mean none. */
    record Tones(String key, String value, String empty, String nothing, String block, String indent) {
        static final Tones NONE = new Tones("", "", "", "", "", "");
        static final Tones ADDED = new Tones(
                "38;2;0;128;0",
                "38;2;50;205;50",
                "38;2;85;107;47",
                "38;2;128;128;128",
                "38;2;107;142;35",
                "38;2;0;51;0");
        static final Tones REMOVED = new Tones(
                "38;2;178;34;34",
                "38;2;240;128;128",
                "38;2;250;128;114",
                "38;2;250;128;114",
                "38;2;205;92;92",
                "38;2;51;0;0");
    }

    /** The lines of {@code value}. */
    List<String> lines(Object value) {
        List<String> lines = new ArrayList<>();
        write(value, lines);
        return lines;
    }

    private void write(Object value, List<String> lines) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            ordered(map).forEach((key, item) -> entry(key, item, lines));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            list.forEach(item -> item(item, lines));
        } else {
            lines.add(scalar(value));
        }
    }

    private void entry(String key, Object value, List<String> lines) {
        String head = paint(bold(tones.key), key + ":");
        if (value instanceof String text && text.contains("\n")) {
            lines.add(head + " " + paint(tones.block, "|"));
            for (String line : text.split("\n", -1)) {
                lines.add(indent() + (line.isEmpty() ? "" : paint(tones.block, line)));
            }
        } else if (isEmpty(value)) {
            String scalar = scalar(value);
            lines.add(scalar.isEmpty() ? head : head + " " + scalar);
        } else {
            lines.add(head);
            String indent = value instanceof Map ? indent() : "";
            lines(value).forEach(line -> lines.add(indent + line));
        }
    }

    private void item(Object value, List<String> lines) {
        String dash = paint(tones.key, "-") + " ";
        List<String> inner = lines(value);
        if (value instanceof String text && text.contains("\n")) {
            inner = List.of(text.split("\n", -1));
        }
        for (int i = 0; i < inner.size(); i++) {
            lines.add((i == 0 ? dash : indent()) + inner.get(i));
        }
    }

    private static boolean isEmpty(Object value) {
        return !(value instanceof Map<?, ?> map && !map.isEmpty())
                && !(value instanceof List<?> list && !list.isEmpty());
    }

    private String scalar(Object value) {
        if (value == null) {
            return paint(tones.nothing, "null");
        }
        if (value instanceof Map) {
            return paint(tones.empty, "{}");
        }
        if (value instanceof List) {
            return paint(tones.empty, "[]");
        }
        return paint(tones.value, value instanceof String text ? quoted(text) : plain(value));
    }

    /** A scalar as one would write it, without quotes. */
    static String plain(Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue()) + ".0";
        }
        return value.toString();
    }

    private static String quoted(String text) {
        boolean misleads = Set.of("true", "false", "null").contains(text)
                || text.startsWith("-")
                || text.chars().anyMatch(c -> " :,&*".indexOf(c) >= 0)
                || (!text.isEmpty() && text.chars().allMatch(c -> "0123456789.eE".indexOf(c) >= 0));
        return misleads ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : text;
    }

    private static Map<String, Object> ordered(Map<?, ?> map) {
        List<String> best = List.of();
        long most = 0;
        for (List<String> order : KEY_ORDERS) {
            long found = order.stream().filter(map::containsKey).count();
            if (found > most) {
                most = found;
                best = order;
            }
        }
        ValueMap result = new ValueMap();
        best.stream().filter(map::containsKey).forEach(key -> result.put(key, map.get(key)));
        boolean simpleFirst = !best.isEmpty();
        map.forEach((key, value) -> {
            if (!result.containsKey(key) && (!simpleFirst || isEmpty(value))) {
                result.put((String) key, value);
            }
        });
        map.forEach((key, value) -> result.putIfAbsent((String) key, value));
        return result;
    }

    private String indent() {
        return paint(tones.indent, "  ");
    }

    private static String bold(String tone) {
        return tone.isEmpty() ? "" : "1;" + tone;
    }

    private static String paint(String tone, String text) {
        return tone.isEmpty() ? text : "\u001b[" + tone + "m" + text + "\u001b[0m";
    }
}
