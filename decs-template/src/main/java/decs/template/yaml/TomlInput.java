package decs.template.yaml;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.source.Problem;
import decs.template.source.Source;

/** The characters of a TOML text, checked as they are met, and complaints about them in the library's words. */
final class TomlInput {
    /** How much of a text is looked at to find out its encoding. */
    private static final int START = 6;

    final Source source;
    final String text;
    int pos;

    /** The key whose value is being read, as messages name it; empty between entries. */
    String lastKey = "";

    TomlInput(Source source) {
        this.source = source;
        this.text = source.text();
        if (text.startsWith("\uFEFF")) {
            pos = 1;
        }
        int zero = text.indexOf('\0');
        if (zero >= 0 && zero < START) {
            throw error("files cannot contain NULL bytes; probably using UTF-16; TOML files must be UTF-8");
        }
    }

    boolean atEnd() {
        return pos >= text.length();
    }

    /** The current character, 0 at the end. */
    char peek() {
        if (atEnd()) {
            return 0;
        }
        char c = text.charAt(pos);
        boolean lonelyReturn = c == '\r' && (pos + 1 == text.length() || text.charAt(pos + 1) != '\n');
        if (lonelyReturn || c == 0x7F || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
            throw error("TOML files cannot contain control characters: '0x%02x'".formatted((int) c));
        }
        if (GoString.isRawByte(text, pos)) {
            throw error("invalid UTF-8 byte: 0x%02x".formatted(GoString.rawByte(c)));
        }
        return c;
    }

    char next() {
        char c = peek();
        pos++;
        return c;
    }

    boolean accept(char wanted) {
        if (peek() != wanted || atEnd()) {
            return false;
        }
        pos++;
        return true;
    }

    boolean startsWith(String wanted) {
        return text.startsWith(wanted, pos);
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            pos++;
        }
    }

    /** Over blanks, line ends and comments. */
    void skipGap() {
        while (true) {
            char c = peek();
            if (c == '#') {
                skipComment();
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                pos++;
            } else {
                return;
            }
        }
    }

    void skipComment() {
        while (!atEnd() && peek() != '\n' && peek() != '\r') {
            pos++;
        }
    }

    /** The current character as Go quotes it. */
    String quoted() {
        if (atEnd()) {
            return "'\\x00'";
        }
        int c = text.codePointAt(pos);
        if (c == '\'') {
            return "'\\''";
        }
        String inner = GoFormat.quote(Character.toString(c));
        return c == '"' ? "'\"'" : "'" + inner.substring(1, inner.length() - 1) + "'";
    }

    /** The current character, or that there is none. */
    String orEndOfFile() {
        return atEnd() ? "end of file" : "'" + Character.toString(text.codePointAt(pos)) + "'";
    }

    /** A complaint on the current line; at the end of the text on the last line that is not empty. */
    YamlException error(String message) {
        int at = Math.min(pos, text.length());
        int line = source.line(at);
        if (at == text.length() && at > 0 && text.charAt(at - 1) == '\n') {
            line--;
        }
        return error(line, message);
    }

    YamlException error(int line, String message) {
        String key = lastKey.isEmpty() ? "" : " (last key " + GoFormat.quote(lastKey) + ")";
        String full = "toml: line " + line + key + ": " + message;
        return new YamlException(full, Problem.at(source.at(Math.min(pos, text.length())), message));
    }
}
