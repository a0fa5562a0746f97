package decs.template.value;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Helm's {@code --set} family: assignments such as {@code a.b=1,list[0].x=y,names={p,q}} made on a tree of values.
 *
 * <p>Mirrors: strvals.ParseInto, ParseIntoString, ParseIntoFile, ParseLiteralInto
 */
public final class SetExpression {
    private static final int MOST_INDEX = 65_536;
    private static final int DEEPEST = 30;

    /** How values are read. */
    private enum Form {
        TYPED,
        TEXT,
        FILE,
        LITERAL,
        JSON
    }

    /** Reads one value of another notation out of the middle of a text. */
    @FunctionalInterface
    public interface ValueReader {
        /** The value that starts at {@code from}, and where it ends; throws {@link DecsException} when there is none. */
        Prefix read(String text, int from);
    }

    /** A value and the offset behind it. */
    public record Prefix(Object value, int end) {}

    private final String text;
    private final Form form;
    private final UnaryOperator<String> files;
    private final ValueReader values;
    private int at;

    private SetExpression(String text, Form form, UnaryOperator<String> files) {
        this(text, form, files, (whole, from) -> new Prefix(null, from));
    }

    private SetExpression(String text, Form form, UnaryOperator<String> files, ValueReader values) {
        this.text = text;
        this.form = form;
        this.files = files;
        this.values = values;
    }

    /** {@code --set}: true, false, null and whole numbers are typed, all else is text. */
    public static void set(String expression, Map<String, Object> into) {
        run(new SetExpression(expression, Form.TYPED, UnaryOperator.identity()), "--set data", into);
    }

    /** {@code --set-string}: every value is text. */
    public static void setString(String expression, Map<String, Object> into) {
        run(new SetExpression(expression, Form.TEXT, UnaryOperator.identity()), "--set-string data", into);
    }

    /** {@code --set-file}: every value is the text of the file it names, which {@code files} reads. */
    public static void setFile(String expression, UnaryOperator<String> files, Map<String, Object> into) {
        run(new SetExpression(expression, Form.FILE, files), "--set-file data", into);
    }

    /** {@code --set-literal}: the rest of the text is the value, whatever it holds. */
    public static void setLiteral(String expression, Map<String, Object> into) {
        run(new SetExpression(expression, Form.LITERAL, UnaryOperator.identity()), "--set-literal data", into);
    }

    /** {@code --set-json}: every value is JSON, which {@code reader} reads; nothing at all is null. */
    public static void setJson(String expression, ValueReader reader, Map<String, Object> into) {
        try {
            new SetExpression(expression, Form.JSON, UnaryOperator.identity(), reader).assignments(into);
        } catch (Malformed | DecsException bad) {
            String message = "failed parsing --set-json data " + expression;
            if (bad instanceof Malformed grammar && grammar.openIndex) {
                throw new OpenIndexException(message, bad);
            }
            throw new DecsException(message, List.of(Problem.of(message + ": " + bad.getMessage())), bad);
        }
    }

    private static void run(SetExpression expression, String what, Map<String, Object> into) {
        try {
            expression.assignments(into);
        } catch (Malformed bad) {
            String text = "failed parsing " + what + ": " + bad.getMessage();
            throw bad.openIndex ? new OpenIndexException(text, bad) : new DecsException(text, bad);
        }
    }

    /** The grammar's complaint, in Helm's words. */
    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean openIndex;

        Malformed(String message) {
            this(message, false);
        }

        Malformed(String message, boolean openIndex) {
            super(message, null, false, false);
            this.openIndex = openIndex;
        }
    }

    /** Why reading a piece stopped. */
    private static final char END = '\0';

    private char stop;

    /** Whether the text ended behind an index, which Helm passes over: the list stays as it was. */
    private boolean cut;

    private void assignments(Map<String, Object> into) {
        while (at < text.length()) {
            key(into, 0);
        }
    }

    /** Reads up to one of {@code stops}, which goes to {@link #stop}; a backslash takes the next character as it is. */
    private String piece(String stops) {
        StringBuilder piece = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (stops.indexOf(c) >= 0) {
                stop = c;
                return piece.toString();
            }
            if (c == '\\' && form != Form.LITERAL) {
                if (at == text.length()) {
                    break;
                }
                c = text.charAt(at++);
            }
            piece.append(c);
        }
        stop = END;
        return piece.toString();
    }

    private void key(Map<String, Object> map, int depth) {
        String name = piece(form == Form.LITERAL ? "=[." : "=[,.");
        switch (stop) {
            case '[' -> {
                int index = index();
                set(map, name, listItem(list(map.get(name)), index, depth));
            }
            case '=' -> value(map, name);
            case ',' -> {
                set(map, name, "");
                throw new Malformed("key " + GoFormat.quote(name) + " has no value (cannot end with ,)");
            }
            case '.' -> nested(map, name, depth);
            default -> {
                if (!name.isEmpty()) {
                    throw new Malformed("key " + GoFormat.quote(name) + " has no value");
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void nested(Map<String, Object> map, String name, int depth) {
        if (depth + 1 > DEEPEST) {
            throw new Malformed("value name nested level is greater than maximum supported nested level of " + DEEPEST);
        }
        Object known = map.get(name);
        Map<String, Object> inner;
        if (known == null) {
            inner = new ValueMap();
        } else if (known instanceof Map<?, ?> found) {
            inner = (Map<String, Object>) found;
        } else {
            throw conversion(known, "map[string]interface {}");
        }
        int before = at;
        key(inner, depth + 1);
        if (inner.isEmpty() && !cut && at >= text.length() && before <= text.length()) {
            throw new Malformed("key map " + GoFormat.quote(name) + " has no value");
        }
        if (!inner.isEmpty()) {
            set(map, name, inner);
        }
    }

    private void value(Map<String, Object> map, String name) {
        if (form == Form.LITERAL) {
            set(map, name, rest());
            return;
        }
        if (form == Form.JSON) {
            set(map, name, json());
            return;
        }
        List<Object> list = braces();
        if (list != null) {
            set(map, name, list);
            return;
        }
        Object value = scalar(piece(","));
        set(map, name, value);
    }

    private String rest() {
        String rest = text.substring(at);
        at = text.length();
        return rest;
    }

    private Object json() {
        boolean none = at >= text.length() || text.charAt(at) == ',';
        Prefix found = none ? new Prefix(null, at) : values.read(text, at);
        at = found.end();
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at++) != ',') {
            throw new Malformed("a comma must stand behind a value");
        }
        return found.value();
    }

    /** {@code {a,b}}, or null when the value is no such list. */
    private List<Object> braces() {
        if (at >= text.length() || text.charAt(at) != '{') {
            return null;
        }
        at++;
        List<Object> items = new ArrayList<>();
        while (true) {
            String item = piece(",}");
            if (stop == END) {
                throw new Malformed("list must terminate with '}'");
            }
            items.add(scalar(item));
            if (stop == '}') {
                if (at < text.length() && text.charAt(at) == ',') {
                    at++;
                }
                return items;
            }
        }
    }

    private Object scalar(String value) {
        return switch (form) {
            case TEXT, LITERAL, JSON -> value;
            case FILE -> file(value);
            case TYPED -> typed(value);
        };
    }

    private String file(String name) {
        try {
            return files.apply(name);
        } catch (DecsException unreadable) {
            throw new Malformed(unreadable.getMessage());
        }
    }

    /** The type that Helm gives to a text: {@code true}, {@code false}, {@code null}, whole numbers, else text. */
    public static Object typed(String value) {
        switch (value.toLowerCase(Locale.ROOT)) {
            case "true":
                return true;
            case "false":
                return false;
            case "null":
                return null;
            case "0":
                return 0L;
            default:
                break;
        }
        if (!value.isEmpty() && value.charAt(0) != '0') {
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException text) {
                return value;
            }
        }
        return value;
    }

    private int index() {
        String digits = piece("]");
        if (stop == END) {
            throw new Malformed("error parsing index: EOF", true);
        }
        int index;
        try {
            index = Integer.parseInt(digits);
        } catch (NumberFormatException bad) {
            throw new Malformed("error parsing index: strconv.Atoi: parsing \"" + digits + "\": invalid syntax");
        }
        if (index < 0) {
            throw new Malformed("negative " + index + " index not allowed");
        }
        if (index > MOST_INDEX) {
            throw new Malformed("index of " + index + " is greater than maximum supported index of " + MOST_INDEX);
        }
        return index;
    }

    private static List<Object> list(Object known) {
        if (known == null) {
            return new ArrayList<>();
        }
        if (known instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw conversion(known, "[]interface {}");
    }

    @SuppressWarnings("unchecked")
    private List<Object> listItem(List<Object> list, int index, int depth) {
        if (depth + 1 > DEEPEST) {
            throw new Malformed("value name nested level is greater than maximum supported nested level of " + DEEPEST);
        }
        String more = piece("[.=");
        if (!more.isEmpty()) {
            throw new Malformed("unexpected data at end of array index: " + quotedRunes(more));
        }
        Object known = index < list.size() ? list.get(index) : null;
        switch (stop) {
            case '=' -> put(list, index, listValue());
            case '[' -> {
                int inner = index();
                putUnlessCut(list, index, listItem(list(known), inner, depth + 1));
            }
            case '.' -> {
                Map<String, Object> map;
                if (known == null) {
                    map = new ValueMap();
                } else if (known instanceof Map<?, ?> found) {
                    map = (Map<String, Object>) found;
                } else {
                    throw conversion(known, "map[string]interface {}");
                }
                key(map, depth + 1);
                putUnlessCut(list, index, map);
            }
            default -> cut = true;
        }
        return list;
    }

    private void putUnlessCut(List<Object> list, int index, Object value) {
        if (!cut) {
            put(list, index, value);
        }
    }

    /** Characters as Go quotes a list of them. */
    private static String quotedRunes(String text) {
        return text.codePoints()
                .mapToObj(c -> GoFormat.sprintf("%q", new Object[] {c}))
                .collect(Collectors.joining(" ", "[", "]"));
    }

    private Object listValue() {
        if (form == Form.LITERAL) {
            return rest();
        }
        if (form == Form.JSON) {
            return json();
        }
        List<Object> braces = braces();
        return braces != null ? braces : scalar(piece(","));
    }

    private static void put(List<Object> list, int index, Object value) {
        while (list.size() <= index) {
            list.add(null);
        }
        list.set(index, value);
    }

    private static void set(Map<String, Object> map, String name, Object value) {
        if (!name.isEmpty()) {
            map.put(name, value);
        }
    }

    private static Malformed conversion(Object found, String wanted) {
        String type = found instanceof String
                ? "string"
                : found instanceof Boolean
                        ? "bool"
                        : found instanceof Double
                                ? "float64"
                                : found instanceof Long
                                        ? "int64"
                                        : found instanceof List<?> ? "[]interface {}" : "map[string]interface {}";
        return new Malformed("unable to parse key: interface conversion: interface {} is " + type + ", not " + wanted);
    }
}
