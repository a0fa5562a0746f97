package decs.template.gofmt;

/** Go string and character literals. Mirrors: {@code strconv.Quote} and its relatives. */
final class GoQuote {
    private static final String HEX = "0123456789abcdef";

    private GoQuote() {}

    /** Appends the text in double quotes; with {@code ascii} everything beyond ASCII is escaped. */
    static void quote(StringBuilder out, String text, boolean ascii) {
        out.append('"');
        int n = text.length();
        int done = 0;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
                continue;
            }
            out.append(text, done, i);
            if (GoString.isRawByte(text, i)) {
                hexByte(out, GoString.rawByte(c));
            } else {
                int rune = text.codePointAt(i);
                i += Character.charCount(rune) - 1;
                rune(out, rune, '"', ascii);
            }
            done = i + 1;
        }
        out.append(text, done, n).append('"');
    }

    /** Appends the character in single quotes. */
    static void quoteRune(StringBuilder out, int rune, boolean ascii) {
        boolean valid = rune >= 0 && rune <= 0x10FFFF && (rune < 0xD800 || rune > 0xDFFF);
        out.append('\'');
        rune(out, valid ? rune : 0xFFFD, '\'', ascii);
        out.append('\'');
    }

    private static void rune(StringBuilder out, int rune, char quote, boolean ascii) {
        if (rune == quote || rune == '\\') {
            out.append('\\').append((char) rune);
        } else if (rune < 0x80 ? rune >= 0x20 && rune < 0x7F : !ascii && Printable.test(rune)) {
            out.appendCodePoint(rune);
        } else {
            escape(out, rune);
        }
    }

    private static void escape(StringBuilder out, int rune) {
        switch (rune) {
            case 7 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 11 -> out.append("\\v");
            default -> {
                if (rune < ' ' || rune == 0x7F) {
                    hexByte(out, rune);
                } else if (rune < 0x10000) {
                    hex(out.append("\\u"), rune, 12);
                } else {
                    hex(out.append("\\U"), rune, 28);
                }
            }
        }
    }

    private static void hexByte(StringBuilder out, int value) {
        hex(out.append("\\x"), value, 4);
    }

    private static void hex(StringBuilder out, int value, int shift) {
        for (int s = shift; s >= 0; s -= 4) {
            out.append(HEX.charAt(value >>> s & 0xF));
        }
    }

    /** Whether the text can stand between backquotes on one line. */
    static boolean canBackquote(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`' || (c < ' ' && c != '\t') || c == 0x7F || c == 0xFEFF || GoString.isRawByte(text, i)) {
                return false;
            }
        }
        return true;
    }
}
