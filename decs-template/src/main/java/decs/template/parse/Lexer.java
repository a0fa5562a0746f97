package decs.template.parse;

import decs.template.gofmt.GoFormat;
import decs.template.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts template text into tokens, one at a time. It is either in text or inside an action; an error is a token of its
 * own, after which only the end of the text follows. Mirrors: text/template/parse lexer.
 */
final class Lexer {
    private static final String LEFT = "{{";
    private static final String RIGHT = "}}";
    private static final int END = -1;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int LAST_ASCII = 0x7F;
    private static final String DECIMAL = "0123456789_";
    private static final String HEXADECIMAL = "0123456789abcdefABCDEF_";

    private static final Map<String, Kind> KEYWORDS = Map.ofEntries(
            Map.entry("block", Kind.BLOCK),
            Map.entry("break", Kind.BREAK),
            Map.entry("continue", Kind.CONTINUE),
            Map.entry("define", Kind.DEFINE),
            Map.entry("else", Kind.ELSE),
            Map.entry("end", Kind.END),
            Map.entry("if", Kind.IF),
            Map.entry("nil", Kind.NIL),
            Map.entry("range", Kind.RANGE),
            Map.entry("template", Kind.TEMPLATE),
            Map.entry("with", Kind.WITH));

    private final String text;
    private final Dialect dialect;
    private final List<Integer> hyphenated = new ArrayList<>();
    private int end;
    private int start;
    private int at;
    private int parens;
    private boolean inAction;

    Lexer(String text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        this.end = text.length();
    }

    /** The offsets of the fields so far that have a hyphen in their name. */
    List<Integer> hyphenated() {
        return hyphenated;
    }

    Token next() {
        return inAction ? action() : text();
    }

    private Token text() {
        while (true) {
            int open = at < end ? text.indexOf(LEFT, at) : END;
            if (open < 0) {
                at = end;
                return at > start ? token(Kind.TEXT) : new Token(Kind.END_OF_TEXT, at, "EOF");
            }
            int stop = open;
            if (trimsLeft(open + LEFT.length())) {
                while (stop > start && isSpace(text.charAt(stop - 1))) {
                    stop--;
                }
            }
            at = stop;
            Token before = stop > start ? token(Kind.TEXT) : null;
            at = open;
            start = open;
            if (before != null) {
                return before;
            }
            Token opened = open();
            if (opened != null) {
                return opened;
            }
        }
    }

    /** The left delimiter, or the error of a comment; null after a comment. */
    private Token open() {
        int marker = trimsLeft(at + LEFT.length()) ? 2 : 0;
        if (text.startsWith("/*", at + LEFT.length() + marker)) {
            at += LEFT.length() + marker;
            start = at;
            return comment();
        }
        at += LEFT.length();
        Token opened = token(Kind.LEFT_DELIMITER);
        at += marker;
        start = at;
        inAction = true;
        parens = 0;
        return opened;
    }

    private Token comment() {
        int close = text.indexOf("*/", at + 2);
        if (close < 0) {
            return error("unclosed comment");
        }
        at = close + 2;
        boolean trims = trimsRight(at);
        if (!trims && !text.startsWith(RIGHT, at)) {
            return error("comment ends before closing delimiter");
        }
        at += RIGHT.length() + (trims ? 2 : 0);
        if (trims) {
            skipSpace();
        }
        start = at;
        return null;
    }

    private Token close() {
        boolean trims = trimsRight(at);
        if (trims) {
            at += 2;
            start = at;
        }
        at += RIGHT.length();
        Token closed = token(Kind.RIGHT_DELIMITER);
        if (trims) {
            skipSpace();
            start = at;
        }
        inAction = false;
        return closed;
    }

    private void skipSpace() {
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private Token action() {
        if (trimsRight(at) || text.startsWith(RIGHT, at)) {
            return parens == 0 ? close() : error("unclosed left paren");
        }
        int c = peek();
        if (c == END) {
            return error("unclosed action");
        }
        if (isSpace(c)) {
            return space();
        }
        if (isNameChar(c)) {
            return isDigit(c) ? number() : identifier();
        }
        advance(c);
        return switch (c) {
            case '=' -> token(Kind.ASSIGN);
            case ':' -> declare();
            case '|' -> token(Kind.PIPE);
            case '"' -> quoted('"', Kind.STRING, "unterminated quoted string");
            case '\'' -> quoted('\'', Kind.CHAR_CONSTANT, "unterminated character constant");
            case '`' -> rawQuoted();
            case '$' -> variable();
            case '.' -> dot();
            case '+', '-' -> signedNumber();
            case '(' -> {
                parens++;
                yield token(Kind.LEFT_PAREN);
            }
            case ')' -> --parens < 0 ? error("unexpected right paren") : token(Kind.RIGHT_PAREN);
            default -> other(c);
        };
    }

    private Token other(int c) {
        if (c > ' ' && c < LAST_ASCII) {
            return token(Kind.CHAR);
        }
        return error("unrecognized character in action: " + describe(c));
    }

    private Token declare() {
        int c = peek();
        if (c != '=') {
            return error("expected :=");
        }
        at++;
        return token(Kind.DECLARE);
    }

    /** A run of space; the last one may belong to a trimming right delimiter. */
    private Token space() {
        int from = at;
        skipSpace();
        if (trimsRight(at - 1)) {
            at--;
            if (at == from) {
                return close();
            }
        }
        return token(Kind.SPACE);
    }

    private Token quoted(char quote, Kind kind, String unterminated) {
        while (at < end) {
            char c = text.charAt(at++);
            if (c == quote) {
                return token(kind);
            }
            if (c == '\\' && at < end) {
                c = text.charAt(at++);
            }
            if (c == '\n') {
                break;
            }
        }
        return error(unterminated);
    }

    private Token rawQuoted() {
        int close = text.indexOf('`', at);
        if (close < 0) {
            return error("unterminated raw quoted string");
        }
        at = close + 1;
        return token(Kind.RAW_STRING);
    }

    private Token variable() {
        if (atTerminator()) {
            return token(Kind.VARIABLE);
        }
        return name(Kind.VARIABLE);
    }

    private Token dot() {
        int c = peek();
        if (c == END || isDigit(c)) {
            at--;
            return number();
        }
        if (atTerminator()) {
            return token(Kind.DOT);
        }
        return name(Kind.FIELD);
    }

    private Token name(Kind kind) {
        absorbName(kind == Kind.FIELD);
        if (!atTerminator()) {
            return error("bad character " + describe(peek()));
        }
        return token(kind);
    }

    private void absorbName(boolean field) {
        boolean hyphen = false;
        int c = peek();
        while (isNameChar(c) || (field && hyphenJoins(c))) {
            hyphen |= c == '-';
            advance(c);
            c = peek();
        }
        if (hyphen) {
            hyphenated.add(start);
        }
    }

    private boolean hyphenJoins(int c) {
        return c == '-'
                && dialect.hyphenatedFields()
                && at > start + 1
                && at + 1 < end
                && isNameChar(text.codePointAt(at + 1));
    }

    private Token identifier() {
        absorbName(false);
        if (!atTerminator()) {
            return error("bad character " + describe(peek()));
        }
        String word = text.substring(start, at);
        if (word.equals("true") || word.equals("false")) {
            return token(Kind.BOOL);
        }
        Kind keyword = KEYWORDS.get(word);
        boolean taken = (keyword == Kind.BREAK && dialect.breakIsFunction())
                || (keyword == Kind.CONTINUE && dialect.continueIsFunction());
        return token(keyword == null || taken ? Kind.IDENTIFIER : keyword);
    }

    private Token signedNumber() {
        at--;
        return number();
    }

    private Token number() {
        if (!scanNumber()) {
            return badNumber();
        }
        int sign = peek();
        if (sign == '+' || sign == '-') {
            if (!scanNumber() || text.charAt(at - 1) != 'i') {
                return badNumber();
            }
            return token(Kind.COMPLEX);
        }
        return token(Kind.NUMBER);
    }

    private Token badNumber() {
        return error("bad number syntax: " + GoFormat.quote(text.substring(start, at)));
    }

    private boolean scanNumber() {
        accept("+-");
        String digits = DECIMAL;
        if (accept("0")) {
            if (accept("xX")) {
                digits = HEXADECIMAL;
            } else if (accept("oO")) {
                digits = "01234567_";
            } else if (accept("bB")) {
                digits = "01_";
            }
        }
        acceptAll(digits);
        if (accept(".")) {
            acceptAll(digits);
        }
        String exponent = digits.equals(DECIMAL) ? "eE" : digits.equals(HEXADECIMAL) ? "pP" : "";
        if (accept(exponent)) {
            accept("+-");
            acceptAll(DECIMAL);
        }
        accept("i");
        int c = peek();
        if (isNameChar(c)) {
            advance(c);
            return false;
        }
        return true;
    }

    private boolean accept(String chars) {
        if (at < end && chars.indexOf(text.charAt(at)) >= 0) {
            at++;
            return true;
        }
        return false;
    }

    private void acceptAll(String chars) {
        while (accept(chars)) {
            // on to the next
        }
    }

    /** Whether what follows can end a name. */
    private boolean atTerminator() {
        int c = peek();
        return c == END || isSpace(c) || ".,|:)(".indexOf(c) >= 0 || text.startsWith(RIGHT, at);
    }

    private boolean trimsLeft(int from) {
        return from + 1 < end && text.charAt(from) == '-' && isSpace(text.charAt(from + 1));
    }

    /** Whether space, a minus and the right delimiter stand at {@code from}. */
    private boolean trimsRight(int from) {
        return from + 1 < end
                && text.charAt(from + 1) == '-'
                && isSpace(text.charAt(from))
                && text.startsWith(RIGHT, from + 2);
    }

    /** The code point ahead; a byte that is no UTF-8 reads as U+FFFD, as in Go. */
    private int peek() {
        if (at >= end) {
            return END;
        }
        char c = text.charAt(at);
        if (!Character.isSurrogate(c)) {
            return c;
        }
        int point = text.codePointAt(at);
        return point > Character.MAX_VALUE ? point : REPLACEMENT;
    }

    private void advance(int c) {
        at += c > Character.MAX_VALUE ? 2 : 1;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameChar(int c) {
        if (c <= LAST_ASCII) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
        }
        return Character.isLetter(c) || Character.isDigit(c);
    }

    /** Go's {@code %#U}. */
    private static String describe(int c) {
        return GoFormat.sprintf("%#U", new Object[] {c});
    }

    private Token token(Kind kind) {
        Token token = new Token(kind, start, text.substring(start, at));
        start = at;
        return token;
    }

    private Token error(String message) {
        Token token = new Token(Kind.ERROR, start, message);
        end = start;
        at = start;
        inAction = false;
        return token;
    }
}
