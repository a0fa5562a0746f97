package decs.core.hcl;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Functions that read and write JSON, YAML and CSV. */
final class HclCodeFunctions {
    private HclCodeFunctions() {}

    static void add(Map<String, HclFunction> table) {
        table.put("jsonencode", a -> Json.write(a.any(0)));
        table.put("jsondecode", a -> HclArguments.adopted(Json.read(a.text(0))));
        table.put("yamldecode", a -> HclArguments.adopted(Yaml.read(Source.of("yamldecode", a.text(0)))));
        table.put("yamlencode", a -> {
            StringBuilder out = new StringBuilder();
            write(a.any(0), "", out);
            return out.toString();
        });
        table.put("csvdecode", a -> table(rows(a.text(0))));
    }

    /** Mirrors: cty yaml.Standard: every text in double quotes, lists not indented. */
    private static void write(Object value, String indent, StringBuilder out) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, item) -> {
                out.append(indent).append(GoFormat.quote(String.valueOf(key))).append(':');
                below(item, item instanceof Map ? indent + "  " : indent, out);
            });
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            for (Object item : list) {
                out.append(indent).append('-');
                below(item, indent + "  ", out);
            }
        } else {
            out.append(scalar(value)).append('\n');
        }
    }

    private static void below(Object item, String indent, StringBuilder out) {
        boolean block =
                (item instanceof Map<?, ?> map && !map.isEmpty()) || (item instanceof List<?> list && !list.isEmpty());
        boolean inItem = out.charAt(out.length() - 1) == '-';
        if (item instanceof String text && text.contains("\n")) {
            lines(text, indent, out);
        } else if (!block) {
            out.append(' ').append(scalar(item)).append('\n');
        } else if (inItem) {
            StringBuilder inner = new StringBuilder();
            write(item, indent, inner);
            out.append(' ').append(inner.substring(indent.length()));
        } else {
            out.append('\n');
            write(item, indent, out);
        }
    }

    /** Text of many lines stands as it is, indented. */
    private static void lines(String text, String indent, StringBuilder out) {
        String body = text.stripTrailing();
        String ends = text.substring(body.length());
        out.append(ends.isEmpty() ? " |-" : ends.equals("\n") ? " |" : " |+").append('\n');
        String all = ends.length() > 1 ? text.substring(0, text.length() - 1) : body;
        all.lines().forEach(line -> out.append(line.isEmpty() ? "" : indent + "  " + line)
                .append('\n'));
    }

    private static String scalar(Object value) {
        if (value instanceof Map) {
            return "{}";
        }
        if (value instanceof List) {
            return "[]";
        }
        return value instanceof String text
                ? GoFormat.quote(text)
                : HclArguments.text(value).orElse("null");
    }

    private static Object table(List<List<String>> rows) {
        List<Object> items = new ArrayList<>();
        if (rows.isEmpty()) {
            throw new DecsException("missing header line");
        }
        List<String> names = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() != names.size()) {
                throw new DecsException("wrong number of fields in a line");
            }
            Map<String, Object> item = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) {
                item.put(names.get(i), row.get(i));
            }
            items.add(item);
        }
        return items;
    }

    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        String all = text.endsWith("\n") || text.isEmpty() ? text : text + "\n";
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == '"' && quoted && i + 1 < all.length() && all.charAt(i + 1) == '"') {
                field.append(all.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                field.append(c);
            } else if (c != '\r') {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    if (row.size() > 1 || !row.get(0).isEmpty()) {
                        rows.add(row);
                    }
                    row = new ArrayList<>();
                }
            }
        }
        return rows;
    }
}
