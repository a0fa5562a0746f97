package decs.template.yaml;

import decs.template.source.Problem;
import decs.template.source.Source;

/**
 * The characters under the scanner, ended by zeros so that looking ahead needs no bounds check, with the line and
 * column of the current one. Columns count code points, as Go's library does: {@code lineStart} is moved forward by
 * one for each surrogate pair passed.
 */
final class CharInput {
    private static final int LOOKAHEAD = 8;
    private static final byte BLANK = 1;
    private static final byte BREAK = 2;
    private static final byte END = 4;
    private static final byte WORD = 8;
    private static final byte[] ASCII = new byte[128];

    static {
        ASCII[0] = END;
        ASCII[' '] = BLANK;
        ASCII['\t'] = BLANK;
        ASCII['\n'] = BREAK;
        ASCII['\r'] = BREAK;
        ASCII['-'] = WORD;
        ASCII['_'] = WORD;
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII[c] = WORD;
            ASCII[Character.toUpperCase(c)] = WORD;
        }
        for (char c = '0'; c <= '9'; c++) {
            ASCII[c] = WORD;
        }
    }

    final Source source;
    final Dialect dialect;
    final char[] text;
    int pos;
    int line;
    int lineStart;
    int pairs;
    private final InputDefect defect;

    CharInput(Source source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
        String string = source.text();
        this.defect = InputDefect.find(string);
        int end = defect == null ? string.length() : defect.readable();
        text = new char[end + LOOKAHEAD];
        string.getChars(0, end, text, 0);
        while (text[pos] == '\uFEFF' && pos < 2) {
            pos++;
            lineStart++;
        }
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(char c) {
        return c < 128 ? ASCII[c] == BREAK : isWideBreak(c);
    }

    /** Whether {@code c}, which is no ASCII character, breaks lines. */
    static boolean isWideBreak(char c) {
        return c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    static boolean isBreakOrEnd(char c) {
        return c < 128 ? (ASCII[c] & (BREAK | END)) != 0 : isWideBreak(c);
    }

    static boolean isBlankOrBreakOrEnd(char c) {
        return c < 128 ? (ASCII[c] & (BLANK | BREAK | END)) != 0 : isWideBreak(c);
    }

    /** A letter, digit, underscore or hyphen of ASCII. */
    static boolean isWord(char c) {
        return c < 128 && ASCII[c] == WORD;
    }

    int column() {
        return pos - lineStart;
    }

    /** The count of code points before the current one. */
    int index() {
        return pos - pairs;
    }

    char current() {
        return text[pos];
    }

    char ahead(int count) {
        return text[pos + count];
    }

    /** Moves over one UTF-16 unit that breaks no line. */
    void advance() {
        if (Character.isHighSurrogate(text[pos])) {
            lineStart++;
            pairs++;
        }
        pos++;
    }

    /** Moves over the line break at the current character; CR LF counts as one. */
    void advanceLine() {
        pos += text[pos] == '\r' && text[pos + 1] == '\n' ? 2 : 1;
        line++;
        lineStart = pos;
    }

    /** As {@link #advanceLine()}, and appends the break as YAML normalises it. */
    void readBreak(StringBuilder into) {
        char c = text[pos];
        into.append(c == '\u2028' || c == '\u2029' ? c : '\n');
        advanceLine();
    }

    void skipBlanks() {
        while (isBlank(text[pos])) {
            pos++;
        }
    }

    void skipToBreak() {
        while (!isBreakOrEnd(text[pos])) {
            advance();
        }
    }

    /** Whether {@code ---} or {@code ...} stands here at the start of a line. */
    boolean atDocumentMark() {
        char c = text[pos];
        return (c == '-' || c == '.')
                && column() == 0
                && text[pos + 1] == c
                && text[pos + 2] == c
                && isBlankOrBreakOrEnd(text[pos + 3]);
    }

    /** Complains when the readable part ends here because what follows is no text that YAML allows. */
    void checkReadable() {
        if (defect != null && pos + 1 >= text.length - LOOKAHEAD) {
            throw defectException();
        }
    }

    private YamlException defectException() {
        return new YamlException("yaml: " + defect.message(), Problem.at(source.at(defect.offset()), defect.message()));
    }

    /** A complaint of the scanner at the current character, about something that began on {@code contextLine}. */
    YamlException error(int contextLine, String problem) {
        checkReadable();
        return dialect.error(source.at(pos), problem, contextLine, line, true);
    }

    /** A complaint at the current character about quotes without an end, shown where they open. */
    YamlException unclosed(int contextLine, int start, String problem) {
        String message = error(contextLine, problem).getMessage();
        return new YamlException(
                message, Problem.at(source.at(start), problem + ": the quotes that open here do not close"));
    }
}
