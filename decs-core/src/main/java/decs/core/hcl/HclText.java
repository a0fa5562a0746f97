package decs.core.hcl;

import decs.template.source.DecsException;
import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Source;
import java.util.List;

/** The characters of a file, read from front to back. */
final class HclText {
    private final Source source;
    private final String text;
    private int at;
    private int open;

    HclText(Source source) {
        this.source = source;
        this.text = source.text();
    }

    int at() {
        return at;
    }

    boolean over() {
        return at >= text.length();
    }

    char peek() {
        return over() ? '\0' : text.charAt(at);
    }

    char next() {
        return text.charAt(at++);
    }

    boolean sees(String word) {
        return text.startsWith(word, at);
    }

    /** Goes back, or on, to an offset. */
    void rewind(int offset) {
        at = offset;
    }

    /** Takes {@code word} if it is next. */
    boolean takes(String word) {
        if (!sees(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    void expect(String word, String what) {
        skip();
        if (!takes(word)) {
            throw wrong(at, what);
        }
    }

    /** A bracket is open: line ends say nothing until it is closed. */
    void enter() {
        open++;
    }

    void leave() {
        open--;
    }

    /** Line ends say something again, whatever is open; returns what {@link #back} wants. */
    int outside() {
        int before = open;
        open = 0;
        return before;
    }

    void back(int before) {
        open = before;
    }

    /** Passes blanks and comments, and line ends where these say nothing. */
    void skip() {
        skip(open > 0);
    }

    void skipLines() {
        skip(true);
    }

    private void skip(boolean lines) {
        while (!over()) {
            char c = peek();
            if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n')) {
                at++;
            } else if (c == '#' || sees("//")) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (sees("/*")) {
                int end = text.indexOf("*/", at);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }

    static boolean begins(char c) {
        return Character.isLetter(c) || c == '_';
    }

    /** An identifier, or empty. */
    String name() {
        int from = at;
        if (begins(peek())) {
            while (!over() && (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-')) {
                at++;
            }
        }
        return text.substring(from, at);
    }

    /** Whether the word {@code word} is next, as a whole. */
    boolean seesWord(String word) {
        int end = at + word.length();
        return sees(word)
                && (end >= text.length() || !(Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_'));
    }

    /** The digits of a number. */
    String digits() {
        int from = at;
        while (!over() && (Character.isDigit(peek()) || isFraction() || isExponent(from))) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean isFraction() {
        return peek() == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private boolean isExponent(int from) {
        char c = peek();
        return ((c == 'e' || c == 'E') && at > from)
                || ((c == '+' || c == '-') && at > from && Character.toLowerCase(text.charAt(at - 1)) == 'e');
    }

    /** The rest of the line, whose end is passed. */
    String line() {
        int end = text.indexOf('\n', at);
        String line = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return line;
    }

    DecsException wrong(int offset, String what) {
        return wrong(source, offset, what);
    }

    /** A failure at an offset; the message has the place as HCL writes it. */
    static DecsException wrong(Source source, int offset, String what) {
        Position at = source.at(Math.min(offset, source.text().length()));
        return new DecsException(
                source.name() + ":" + at.line() + "," + (at.column() + 1) + ": " + what,
                List.of(Problem.at(at, what)),
                null);
    }

    Source source() {
        return source;
    }
}
