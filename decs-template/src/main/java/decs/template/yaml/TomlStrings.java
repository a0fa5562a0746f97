package decs.template.yaml;

import decs.template.gofmt.GoFormat;

/** TOML's four kinds of text. */
final class TomlStrings {
    private final TomlInput in;

    TomlStrings(TomlInput in) {
        this.in = in;
    }

    /** The text that begins at the quote here. */
    String read() {
        char quote = in.peek();
        String triple = String.valueOf(quote).repeat(3);
        if (in.startsWith(triple)) {
            in.pos += 3;
            return multiLine(quote, triple);
        }
        return oneLine();
    }

    /** A text on one line, as keys are. */
    String oneLine() {
        char quote = in.next();
        int start = in.pos;
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = in.peek();
            if (in.atEnd()) {
                throw unclosed(String.valueOf(quote));
            }
            if (c == '\n' || c == '\r') {
                throw in.error("strings cannot contain newlines");
            }
            in.pos++;
            if (c == quote) {
                return value.toString();
            }
            if (c == '\\' && quote == '"') {
                escape(value, start);
            } else {
                value.append(c);
            }
        }
    }

    private YamlException unclosed(String delimiter) {
        return in.error("unexpected EOF; expected " + (delimiter.charAt(0) == '"' ? "'" : "\"") + delimiter
                + (delimiter.charAt(0) == '"' ? "'" : "\""));
    }

    private String multiLine(char quote, String triple) {
        skipLineEnd();
        int start = in.pos;
        StringBuilder value = new StringBuilder();
        while (true) {
            if (in.startsWith(triple)) {
                in.pos += 3;
                for (int i = 0; i < 2 && in.accept(quote); i++) {
                    value.append(quote);
                }
                return value.toString();
            }
            char c = in.peek();
            if (in.atEnd()) {
                throw unclosed(triple);
            }
            in.pos++;
            if (c != '\\' || quote != '"') {
                value.append(c);
            } else if (!joinLines()) {
                escape(value, start);
            }
        }
    }

    private boolean skipLineEnd() {
        if (in.startsWith("\r\n")) {
            in.pos += 2;
            return true;
        }
        return in.accept('\n');
    }

    /** Over a line end behind a backslash and all blanks and line ends that follow. */
    private boolean joinLines() {
        int start = in.pos;
        in.skipBlanks();
        if (!skipLineEnd()) {
            in.pos = start;
            return false;
        }
        while (in.peek() == ' ' || in.peek() == '\t' || in.peek() == '\n' || in.peek() == '\r') {
            in.pos++;
        }
        return true;
    }

    private void escape(StringBuilder value, int start) {
        if (in.atEnd()) {
            throw in.error(0, "invalid escape in string '\\\0'");
        }
        char c = in.next();
        switch (c) {
            case 'b' -> value.append('\b');
            case 't' -> value.append('\t');
            case 'n' -> value.append('\n');
            case 'f' -> value.append('\f');
            case 'r' -> value.append('\r');
            case 'e' -> value.append('\u001B');
            case '"' -> value.append('"');
            case '\\' -> value.append('\\');
            case 'x' -> hex(value, start, 2, "two");
            case 'u' -> hex(value, start, 4, "four");
            case 'U' -> hex(value, start, 8, "eight");
            case ' ', '\t' -> throw in.error("invalid escape: '\\" + c + "'");
            default -> throw in.error("invalid escape in string '\\" + c + "'");
        }
    }

    private void hex(StringBuilder value, int start, int digits, String count) {
        char mark = in.text.charAt(in.pos - 1);
        int from = in.pos;
        for (int i = 0; i < digits; i++) {
            char c = in.peek();
            if (c > 'f' || Character.digit(c, 16) < 0) {
                int to = Math.min(in.pos + 1, in.text.length());
                throw in.error("expected " + count + " hexadecimal digits after '\\" + mark + "', but got "
                        + GoFormat.quote(in.text.substring(start, to)) + " instead");
            }
            in.pos++;
        }
        String text = in.text.substring(from, in.pos);
        long code = Long.parseLong(text, 16);
        if (code > Character.MAX_CODE_POINT || (code >= 0xD800 && code < 0xE000)) {
            throw in.error("Escaped character '\\u" + text + "' is not valid UTF-8.");
        }
        value.appendCodePoint((int) code);
    }
}
