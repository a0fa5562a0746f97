package decs.helm.text;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with paths in braces, such as {@code {.image.tag}}, filled in from values: fields, indexes, slices, {@code *},
 * {@code ..}, filters, quoted text, {@code range} and {@code end}. What is not there, or cannot be compared, makes the whole
 * text empty, as in Helm, which does not ask whether filling in has failed.
 *
 * <p>Mirrors: k8s.io/client-go/util/jsonpath
 */
public final class JsonPath {
    private static final Pattern INDEX = Pattern.compile("-?\\d{1,9}|(-?\\d{1,9})?(:(-?\\d{1,9})?){1,2}");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d+)?");
    private static final Pattern COMPARISON = Pattern.compile("([^!<>=]+)([!<>=]+)(.+)");
    /** A null that {@code range} stands at, which has no type in Go. */
    private static final Object NOTHING = new Object();

    private final String text;
    private int at;
    /** How many ranges are open. */
    private int depth;

    /** Whether a body is only passed over. */
    private boolean dry;

    /** Filling in has failed. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed() {
            super("", null, false, false);
        }
    }

    private JsonPath(String text) {
        this.text = text;
    }

    /** The text of {@code template} on {@code values}. */
    public static String print(String template, Object values) {
        StringBuilder out = new StringBuilder();
        JsonPath path = new JsonPath(template);
        try {
            while (path.at < template.length()) {
                path.run(values, values, out);
            }
            return out.toString();
        } catch (Failed nothing) {
            return "";
        }
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
                if (depth == 0 && !dry) {
                    throw new Failed();
                }
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
        boolean outer = dry;
        dry = true;
        run(root, NOTHING, new StringBuilder());
        dry = outer;
        depth++;
        for (Object item : items) {
            at = body;
            run(item, item == null ? NOTHING : item, out);
        }
        depth--;
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
        return value == null ? "null" : value == NOTHING ? "<no value>" : GoFormat.value(value);
    }

    private List<Object> find(String path, Object root, Object current) {
        if (dry) {
            return List.of();
        }
        List<Object> found = one(path.startsWith("$") ? root : current);
        int i = path.startsWith("$") || path.startsWith("@") ? 1 : 0;
        if (i == 0 && !path.isEmpty() && !path.startsWith(".") && !path.startsWith("[")) {
            throw new Failed();
        }
        return walk(found, path, i);
    }

    private List<Object> walk(List<Object> start, String path, int from) {
        List<Object> found = start;
        int i = from;
        while (i < path.length()) {
            if (found.contains(NOTHING)) {
                throw new Failed();
            }
            if (path.startsWith("..", i)) {
                found = found.stream()
                        .flatMap(value -> below(value).stream())
                        .collect(Collectors.toCollection(ArrayList::new));
                i++;
            } else if (path.startsWith("[?(", i)) {
                int close = filterEnd(path, i + 3);
                found = filtered(found, path.substring(i + 3, close).strip());
                i = close + 2;
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
        if (found.isEmpty() && !values.isEmpty() && !name.equals("*")) {
            throw new Failed();
        }
        return found;
    }

    private List<Object> index(List<Object> values, String inside) {
        if (inside.startsWith("'")) {
            return walk(values, "." + unquoted(inside), 0);
        }
        List<Object> found = new ArrayList<>();
        for (String part : inside.split(",")) {
            String index = part.strip();
            if (!index.equals("*") && !INDEX.matcher(index).matches()) {
                throw malformed("invalid array index " + index);
            }
        }
        for (Object value : values) {
            if (value == null) {
                continue;
            }
            if (!(value instanceof List<?> list)) {
                throw new Failed();
            }
            for (String part : inside.split(",")) {
                found.addAll(part.strip().equals("*") ? list : items(list, part.strip()));
            }
        }
        return found;
    }

    /** Where the parenthesis of a filter closes; those inside of quotes do not count. */
    private int filterEnd(String path, int from) {
        char quote = 0;
        for (int i = from; i < path.length(); i++) {
            char c = path.charAt(i);
            if (quote != 0) {
                quote = c == quote && path.charAt(i - 1) != '\\' ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ')') {
                if (!path.startsWith("]", i + 1)) {
                    throw malformed("unclosed array expect ]");
                }
                return i;
            }
        }
        throw malformed("unterminated filter");
    }

    private List<Object> filtered(List<Object> values, String filter) {
        Matcher comparison = COMPARISON.matcher(filter);
        boolean compares = comparison.matches();
        List<Object> found = new ArrayList<>();
        for (Object value : values) {
            if (!(value instanceof List<?> list)) {
                throw new Failed();
            }
            for (Object item : list) {
                boolean holds = compares
                        ? holds(
                                operand(comparison.group(1).strip(), item),
                                comparison.group(2),
                                operand(comparison.group(3).strip(), item))
                        : exists(filter.split(" ", 2)[0], item);
                if (holds) {
                    found.add(item);
                }
            }
        }
        return found;
    }

    private boolean exists(String path, Object item) {
        try {
            return !find(path, item, item).isEmpty();
        } catch (Failed missing) {
            return false;
        }
    }

    private List<Object> operand(String text, Object item) {
        if (text.matches("\".*\"|'.*'")) {
            return List.of(unquoted(text));
        }
        if (text.equals("true") || text.equals("false")) {
            return List.of(Boolean.valueOf(text));
        }
        Matcher number = NUMBER.matcher(text);
        if (number.lookingAt()) {
            String rest = text.substring(number.end()).strip();
            if (!rest.isEmpty()) {
                throw malformed("unrecognized character in action: "
                        + String.format(Locale.ROOT, "U+%04X '%c'", (int) rest.charAt(0), rest.charAt(0)));
            }
            String digits = number.group();
            return List.of(digits.contains(".") ? (Object) Double.valueOf(digits) : (Object) Long.valueOf(digits));
        }
        return find(text, item, item);
    }

    /** Mirrors: third_party/forked/golang/template Equal, Less and their like */
    private static boolean holds(List<Object> lefts, String operator, List<Object> rights) {
        if (lefts.size() != 1 || rights.size() != 1) {
            throw new Failed();
        }
        Object left = lefts.get(0);
        Object right = rights.get(0);
        boolean equality = operator.equals("==") || operator.equals("!=");
        boolean comparable = left instanceof String || left instanceof Double || left instanceof Long;
        if (left == null || right == null || left.getClass() != right.getClass() || !(equality || comparable)) {
            throw new Failed();
        }
        if (left instanceof Map || left instanceof List) {
            throw new Failed();
        }
        int order = left instanceof String text
                ? GoString.compareBytes(text, (String) right)
                : left instanceof Double number
                        ? Double.compare(number, (Double) right)
                        : left instanceof Long number ? Long.compare(number, (Long) right) : left.equals(right) ? 0 : 1;
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new Failed();
        };
    }

    private static List<Object> items(List<?> list, String part) {
        String[] bounds = part.split(":", -1);
        boolean single = bounds.length == 1;
        int size = list.size();
        int from = bound(bounds, 0, 0, size);
        int to = single ? from + 1 : bound(bounds, 1, size, size);
        int step = bounds.length < 3 || bounds[2].isEmpty() ? 1 : Integer.parseInt(bounds[2]);
        if (from == to) {
            return List.of();
        }
        if (from < 0 || from >= size || to < from || to > size || step <= 0) {
            throw new Failed();
        }
        List<Object> items = new ArrayList<>();
        for (int i = from; i < to; i += step) {
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
