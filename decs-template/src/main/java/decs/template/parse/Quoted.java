package decs.template.parse;

import decs.template.gofmt.GoString;

/** Go's quoted literals. Mirrors: strconv.Unquote, strconv.UnquoteChar. */
final class Quoted {
    static final String INVALID = "invalid syntax";

    private static final String SIMPLE = "abfnrtv\\";
    private static final String SIMPLE_VALUES = "\u0007\b\f\n\r\t\u000B\\";

    private final String text;
    private final char quote;
    private final StringBuilder out = new StringBuilder();
    private int at = 1;
    private boolean rawBytes;

    private Quoted(String text) {
        this.text = text;
        this.quote = text.charAt(0);
    }

    /** The value of a string literal, quotes included in {@code text}; null where Go finds it invalid. */
    static String text(String text) {
        if (text.charAt(0) == '`') {
            return text.substring(1, text.length() - 1).replace("\r", "");
        }
        Quoted quoted = new Quoted(text);
        int end = text.length() - 1;
        while (quoted.at < end) {
            if (!quoted.unit()) {
                return null;
            }
        }
        return quoted.value();
    }

    /** The code of a character literal, or the reason why it is none. */
    static Object character(String text) {
        Quoted quoted = new Quoted(text);
        if (text.charAt(1) == '\'') {
            return INVALID;
        }
        if (!quoted.unit()) {
            return INVALID;
        }
        if (quoted.at != text.length() - 1) {
            return "malformed character constant: " + text;
        }
        return quoted.rawBytes ? (Object) GoString.rawByte(quoted.out.charAt(0)) : (Object) quoted.out.codePointAt(0);
    }

    private String value() {
        String value = out.toString();
        return rawBytes ? GoString.of(GoString.bytes(value)) : value;
    }

    private boolean unit() {
        char c = text.charAt(at);
        if (c == '\\') {
            at++;
            return escape();
        }
        int point = text.codePointAt(at);
        at += Character.charCount(point);
        out.appendCodePoint(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point);
        return true;
    }

    private boolean escape() {
        char c = text.charAt(at++);
        int simple = SIMPLE.indexOf(c);
        if (simple >= 0) {
            out.append(SIMPLE_VALUES.charAt(simple));
            return true;
        }
        return switch (c) {
            case 'x' -> code(2, 16, true);
            case 'u' -> code(4, 16, false);
            case 'U' -> code(8, 16, false);
            case '\'', '"' -> {
                out.append(c);
                yield c == quote;
            }
            default -> {
                at--;
                yield code(3, 8, true);
            }
        };
    }

    private boolean code(int digits, int radix, boolean isByte) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), radix) : -1;
            if (digit < 0 || text.charAt(at) > 'f') {
                return false;
            }
            value = value * radix + digit;
            at++;
        }
        if (isByte) {
            return appendByte(value);
        }
        boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (value > Character.MAX_CODE_POINT || surrogate) {
            return false;
        }
        out.appendCodePoint((int) value);
        return true;
    }

    private boolean appendByte(long value) {
        if (value > 0xFF) {
            return false;
        }
        if (value < 0x80) {
            out.append((char) value);
        } else {
            out.append(GoString.carrier((int) value));
            rawBytes = true;
        }
        return true;
    }
}
