package decs.template.yaml;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.SetExpression;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON with the complaints of Go's scanner. */
final class JsonReader {
    private static final int DEEPEST = 10_000;

    private final String text;
    private int at;

    JsonReader(String text) {
        this(text, 0);
    }

    JsonReader(String text, int from) {
        this.text = text;
        this.at = from;
    }

    SetExpression.Prefix prefix() {
        Object value = value(0);
        return new SetExpression.Prefix(value, at);
    }

    Object document() {
        Object value = value(0);
        blanks();
        if (at < text.length()) {
            throw unexpected("after top-level value");
        }
        return value;
    }

    private Object value(int depth) {
        blanks();
        if (depth > DEEPEST) {
            throw failure("exceeded max depth");
        }
        if (at == text.length()) {
            throw failure("unexpected end of JSON input");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> {
                if (c == '-' || (c >= '0' && c <= '9')) {
                    yield number();
                }
                throw unexpected("looking for beginning of value");
            }
        };
    }

    private Object object(int depth) {
        ValueMap map = new ValueMap();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return map;
        }
        while (true) {
            blanks();
            if (peek() != '"') {
                throw unexpected("looking for beginning of object key string");
            }
            String key = string();
            blanks();
            if (peek() != ':') {
                throw unexpected("after object key");
            }
            at++;
            map.put(key, value(depth + 1));
            blanks();
            char c = peek();
            if (c != ',' && c != '}') {
                throw unexpected("after object key:value pair");
            }
            at++;
            if (c == '}') {
                return map;
            }
        }
    }

    private Object array(int depth) {
        List<Object> list = new ArrayList<>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return list;
        }
        while (true) {
            list.add(value(depth + 1));
            blanks();
            char c = peek();
            if (c != ',' && c != ']') {
                throw unexpected("after array element");
            }
            at++;
            if (c == ']') {
                return list;
            }
        }
    }

    private String string() {
        int start = ++at;
        int plain = at;
        while (plain < text.length()
                && text.charAt(plain) != '"'
                && text.charAt(plain) != '\\'
                && text.charAt(plain) >= ' ') {
            plain++;
        }
        if (plain < text.length() && text.charAt(plain) == '"') {
            at = plain + 1;
            return text.substring(start, plain);
        }
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return out.toString();
            }
            if (c == '\\') {
                escape(out);
            } else if (c < ' ') {
                at--;
                throw unexpected("in string literal");
            } else {
                out.append(c);
            }
        }
    }

    private void escape(StringBuilder out) {
        char c = next();
        at++;
        switch (c) {
            case '"', '\\', '/' -> out.append(c);
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'u' -> unicode(out);
            default -> {
                at--;
                throw unexpected("in string escape code");
            }
        }
    }

    private void unicode(StringBuilder out) {
        char unit = hex();
        if (Character.isHighSurrogate(unit) && text.startsWith("\\u", at)) {
            int before = at;
            at += 2;
            char low = hex();
            if (Character.isLowSurrogate(low)) {
                out.append(unit).append(low);
                return;
            }
            at = before;
        }
        out.append(Character.isSurrogate(unit) ? '\ufffd' : unit);
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw unexpected("in \\u hexadecimal character escape");
            }
            value = value << 4 | digit;
            at++;
        }
        return (char) value;
    }

    private Object word(String word, Object value) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (next() != word.charAt(i)) {
                throw unexpected("in literal " + word + " (expecting "
                        + GoFormat.sprintf("%q", new Object[] {(int) word.charAt(i)}) + ")");
            }
        }
        return value;
    }

    private Object number() {
        int start = at;
        if (next() == '-') {
            at++;
        }
        if (at < text.length() && peek() == '0') {
            at++;
        } else {
            digits("in numeric literal");
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits("after decimal point in numeric literal");
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            digits("in exponent of numeric literal");
        }
        String digits = text.substring(start, at);
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw failure("json: cannot unmarshal number " + digits + " into Go value of type float64");
        }
        return value;
    }

    private void digits(String where) {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw unexpected(where);
        }
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw failure("unexpected end of JSON input");
        }
        return text.charAt(at);
    }

    /** The next character; at the end a blank, with which Go's scanner ends what cannot end there. */
    private char next() {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    /** Mirrors: encoding/json quoteChar, which takes the first byte of a character for the whole. */
    private YamlException unexpected(String where) {
        int c = at < text.length() ? GoString.bytes(text.substring(at, text.offsetByCodePoints(at, 1)))[0] & 0xFF : ' ';
        String shown = c == '\'' ? "'\\''" : c == '"' ? "'\"'" : GoFormat.sprintf("%q", new Object[] {c});
        return failure("invalid character " + shown + " " + where);
    }

    private YamlException failure(String message) {
        return new YamlException(message, Problem.at(Source.of("JSON", text).at(at), message));
    }
}
