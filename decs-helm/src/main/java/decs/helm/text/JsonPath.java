package decs.helm.text;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with paths in braces, such as {@code {.image.tag}}, filled in from values: fields, indexes, slices, {@code *},
 * {@code ..}, quoted text, {@code range} and {@code end}. What is not there gives nothing. Filters are refused.
 *
 * <p>Mirrors: k8s.io/client-go/util/jsonpath with AllowMissingKeys
 */
public final class JsonPath {
    private static final Pattern INDEX = Pattern.compile("-?\\d{1,9}|(-?\\d{1,9})?(:(-?\\d{1,9})?){1,2}");

    private final String text;
    private int at;

    private JsonPath(String text) {
        this.text = text;
    }

    /** The text of {@code template} on {@code values}. */
    public static String print(String template, Object values) {
        StringBuilder out = new StringBuilder();
        JsonPath path = new JsonPath(template);
        while (path.at < template.length()) {
            path.run(values, values, out);
        }
        return out.toString();
    }

    private DecsException malformed(String why) {
        return new DecsException("error parsing jsonpath " + text + ": " + why);
    }

    /** Fills in up to {@code {end}} or the end of the text. */
    private void run(Object root, Object current, StringBuilder out) {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '{') {
                out.append(c);
                continue;
            }
            String action = action();
            if (action.equals("end")) {
                return;
            }
            if (action.startsWith("range ")) {
                range(root, find(action.substring("range ".length()).strip(), root, current), out);
            } else if (action.startsWith("\"") || action.startsWith("'")) {
                out.append(unquoted(action));
            } else {
                out.append(find(action, root, current).stream()
                        .map(JsonPath::shown)
                        .collect(Collectors.joining(" ")));
            }
        }
    }

    private void range(Object root, List<Object> items, StringBuilder out) {
        int body = at;
        run(root, null, new StringBuilder());
        for (Object item : items) {
            at = body;
            run(root, item, out);
        }
    }

    private String action() {
        int from = at;
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote && text.charAt(at - 1) != '\\' ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '}') {
                return text.substring(from, at++).strip();
            }
        }
        throw malformed("unclosed action");
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1)
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    private static String shown(Object value) {
        if (value instanceof Map || value instanceof List) {
            return Json.write(value);
        }
        return value == null ? "" : GoFormat.value(value);
    }

    private List<Object> find(String path, Object root, Object current) {
        List<Object> found = one(path.startsWith("$") ? root : current);
        int i = path.startsWith("$") || path.startsWith("@") ? 1 : 0;
        if (i == 0 && !path.isEmpty() && !path.startsWith(".") && !path.startsWith("[")) {
            return List.of();
        }
        while (i < path.length()) {
            if (path.startsWith("..", i)) {
                found = found.stream()
                        .flatMap(value -> below(value).stream())
                        .collect(Collectors.toCollection(ArrayList::new));
                i++;
            } else if (path.charAt(i) == '[') {
                int close = path.indexOf(']', i);
                if (close < 0) {
                    throw malformed("unterminated array");
                }
                found = index(found, path.substring(i + 1, close).strip());
                i = close + 1;
            } else {
                StringBuilder name = new StringBuilder();
                i = path.charAt(i) == '.' ? i + 1 : i;
                while (i < path.length() && ".[".indexOf(path.charAt(i)) < 0) {
                    i += path.charAt(i) == '\\' && i + 1 < path.length() ? 1 : 0;
                    name.append(path.charAt(i++));
                }
                found = name.isEmpty() ? found : field(found, name.toString());
            }
        }
        return found;
    }

    private static List<Object> one(Object value) {
        List<Object> one = new ArrayList<>();
        one.add(value);
        return one;
    }

    private static List<Object> field(List<Object> values, String name) {
        List<Object> found = new ArrayList<>();
        for (Object value : values) {
            if (name.equals("*")) {
                found.addAll(children(value));
            } else if (value instanceof Map<?, ?> map && map.containsKey(name)) {
                found.add(map.get(name));
            }
        }
        return found;
    }

    private List<Object> index(List<Object> values, String inside) {
        if (inside.startsWith("?")) {
            throw malformed("filters are not supported");
        }
        if (inside.startsWith("'")) {
            return values.stream()
                    .flatMap(value -> find("." + unquoted(inside), value, value).stream())
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        List<Object> found = new ArrayList<>();
        for (Object value : values) {
            if (inside.equals("*")) {
                found.addAll(children(value));
                continue;
            }
            for (String part : inside.split(",")) {
                if (!INDEX.matcher(part.strip()).matches()) {
                    throw malformed("invalid array index " + part.strip());
                }
                if (value instanceof List<?> list) {
                    found.addAll(items(list, part.strip()));
                }
            }
        }
        return found;
    }

    private static List<Object> items(List<?> list, String part) {
        String[] bounds = part.split(":", -1);
        int from = bound(bounds, 0, 0, list.size());
        int to = bounds.length == 1 ? from + 1 : bound(bounds, 1, list.size(), list.size());
        int step = bounds.length < 3 || bounds[2].isEmpty() ? 1 : Math.max(1, Integer.parseInt(bounds[2]));
        List<Object> items = new ArrayList<>();
        for (int i = Math.max(0, from); i < Math.min(to, list.size()); i += step) {
            items.add(list.get(i));
        }
        return items;
    }

    /** A bound that is written, from the end when it is negative, or what stands for none. */
    private static int bound(String[] bounds, int which, int none, int size) {
        int bound = bounds[which].isEmpty() ? none : Integer.parseInt(bounds[which]);
        return bound < 0 ? bound + size : bound;
    }

    private static List<Object> children(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(new TreeMap<Object, Object>(map).values());
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    private static List<Object> below(Object value) {
        List<Object> all = one(value);
        children(value).forEach(child -> all.addAll(below(child)));
        return all;
    }
}
