package decs.template.yaml;

import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;

/** TOML text to a tree. Mirrors: BurntSushi/toml Decode, with its errors. */
final class TomlReader {
    private static final int DEEPEST = 1000;

    private final TomlInput in;
    private final TomlStrings strings;
    private final TomlNumbers numbers;
    private final TomlTables tables;
    private int depth;

    TomlReader(Source source) {
        in = new TomlInput(source);
        strings = new TomlStrings(in);
        numbers = new TomlNumbers(in);
        tables = new TomlTables(in);
    }

    ValueMap read() {
        while (true) {
            in.skipGap();
            if (in.atEnd()) {
                return tables.root();
            }
            if (in.accept('[')) {
                header();
            } else {
                entry();
                in.lastKey = tables.contextName();
            }
            in.skipBlanks();
            char c = in.peek();
            if (!in.atEnd() && c != '\n' && c != '\r' && c != '#') {
                throw in.error("expected a top-level item to end with a newline, comment, or EOF, but got "
                        + in.quoted() + " instead");
            }
        }
    }

    private void header() {
        in.lastKey = tables.contextName();
        boolean array = in.accept('[');
        List<String> key = new ArrayList<>();
        do {
            in.skipBlanks();
            if (in.atEnd() || in.peek() == ']') {
                throw in.error("unexpected end of table name (table names cannot be empty)");
            }
            if (in.peek() == '.') {
                throw in.error("unexpected table separator (table names cannot be empty)");
            }
            key.add(keyPart("expected '.' or ']' to end table name, but got "));
            in.skipBlanks();
        } while (in.accept('.'));
        if (!in.accept(']')) {
            throw unexpectedInHeader();
        }
        if (array && !in.accept(']')) {
            throw in.error("expected end of table array name delimiter ']', but got " + in.quoted() + " instead");
        }
        if (array) {
            tables.openArray(key);
        } else {
            tables.open(key);
        }
    }

    private YamlException unexpectedInHeader() {
        String message = "expected '.' or ']' to end table name, but got " + in.quoted() + " instead";
        int line = in.source.line(Math.min(in.pos, in.text.length()));
        return in.error(in.peek() == '\n' && !in.atEnd() ? line + 1 : line, message);
    }

    private String keyPart(String complaint) {
        char c = in.peek();
        if (c == '"' || c == '\'') {
            return strings.oneLine();
        }
        int start = in.pos;
        while (CharInput.isWord(in.peek())) {
            in.pos++;
        }
        if (in.pos == start) {
            throw in.error(complaint + in.quoted() + " instead");
        }
        return in.text.substring(start, in.pos);
    }

    /** {@code key = value}, into the table that is open. */
    private void entry() {
        if (in.atEnd() || in.peek() == '=') {
            throw in.error("unexpected '=': key name appears blank");
        }
        if (in.peek() == '.') {
            throw in.error("unexpected '.': keys cannot start with a '.'");
        }
        List<String> key = new ArrayList<>();
        do {
            in.skipBlanks();
            if (in.peek() == '=' || in.peek() == '.') {
                throw in.error("unexpected '" + in.peek() + "'");
            }
            key.add(keyPart("expected '.' or '=', but got "));
            in.skipBlanks();
        } while (in.accept('.'));
        if (!in.accept('=')) {
            throw in.error(
                    in.atEnd()
                            ? "unexpected EOF; expected key separator '='"
                            : "expected '.' or '=', but got " + in.quoted() + " instead");
        }
        String last = key.remove(key.size() - 1);
        TomlTables.Place outer = tables.enter(key, last);
        String entered = tables.nameOf(last);
        in.lastKey = entered;
        in.skipBlanks();
        int offset = in.pos;
        Object value = value(last);
        in.lastKey = entered;
        tables.put(last, value, offset);
        tables.leave(outer);
    }

    private Object value(String key) {
        if (in.atEnd()) {
            throw in.error("unexpected EOF; expected value");
        }
        char c = in.peek();
        return switch (c) {
            case '[' -> nested(() -> array(key));
            case '{' -> nested(() -> inlineTable(key));
            case '"', '\'' -> strings.read();
            case '.' -> throw numbers.startsWithDot();
            case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbers.read();
            default -> word();
        };
    }

    private Object nested(java.util.function.Supplier<Object> part) {
        if (++depth > DEEPEST) {
            throw in.error("values are nested more than " + DEEPEST + " levels deep");
        }
        Object value = part.get();
        depth--;
        return value;
    }

    private Object word() {
        if (in.startsWith("inf") || in.startsWith("nan")) {
            in.pos += 3;
            return in.text.charAt(in.pos - 1) == 'f' ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        int start = in.pos;
        while (Character.isLetter(in.peek())) {
            in.pos++;
        }
        String word = in.text.substring(start, in.pos);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "" -> throw in.error("expected value but found " + in.quoted() + " instead");
            default -> throw in.error("expected value but found \"" + read(word) + "\" instead");
        };
    }

    /** What the library still has of a word that began like {@code inf} or {@code nan}. */
    private static String read(String word) {
        return word.length() > 1 && word.startsWith("in") ? word.substring(1) : word;
    }

    private Object array(String key) {
        in.pos++;
        List<Object> items = new ArrayList<>();
        in.skipGap();
        while (!in.accept(']')) {
            if (in.peek() == ',') {
                throw in.error("unexpected comma");
            }
            items.add(value(key));
            in.skipGap();
            if (!in.accept(',')) {
                if (in.atEnd() || in.peek() != ']') {
                    throw in.error("expected a comma (',') or array terminator (']'), but got " + in.orEndOfFile());
                }
            }
            in.skipGap();
        }
        return items;
    }

    private Object inlineTable(String key) {
        in.pos++;
        String name = in.lastKey;
        ValueMap table = new ValueMap();
        TomlTables.Place outer = tables.enterInline(key, table);
        in.skipGap();
        while (!in.accept('}')) {
            if (in.peek() == ',') {
                throw in.error("unexpected comma");
            }
            entry();
            in.skipGap();
            if (!in.accept(',') && (in.atEnd() || in.peek() != '}')) {
                throw in.error(
                        "expected a comma or an inline table terminator '}', but got " + in.orEndOfFile() + " instead");
            }
            in.skipGap();
            if (!in.atEnd() && in.peek() != '}') {
                in.lastKey = name;
            }
        }
        tables.leave(outer);
        in.lastKey = name;
        return table;
    }
}
