package decs.template.yaml;

import decs.template.gofmt.GoString;

/**
 * The first thing in a text that YAML does not allow: a control character, or bytes that are no UTF-8 (carried as lone
 * surrogates). Go's library reads in pieces of 512 bytes and complains when it needs the piece that holds the defect;
 * what comes before that piece is readable.
 *
 * @param readable the count of UTF-16 units that come before the piece with the defect
 */
record InputDefect(int offset, int readable, String message) {
    private static final int PIECE = 512;

    /** The first defect of {@code text}, or null. */
    static InputDefect find(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && !isAllowed(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    return new InputDefect(i, startOfPiece(text, i), message(text, i));
                }
            }
        }
        return null;
    }

    private static boolean isAllowed(char c) {
        return c == '\n'
                || c == '\t'
                || c == '\r'
                || (c >= ' ' && c <= '~')
                || c == '\u0085'
                || (c >= '\u00A0' && c < '\uD800')
                || (c >= '\uE000' && c <= '\uFFFD');
    }

    private static String message(String text, int at) {
        if (!Character.isSurrogate(text.charAt(at))) {
            return "control characters are not allowed";
        }
        int lead = octet(text, at);
        int width =
                lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF8 ? 4 : 0;
        if (lead >= 0xC0 && lead < 0xC2) {
            width = 2;
        }
        if (width == 0) {
            return "invalid leading UTF-8 octet";
        }
        if (GoString.length(text.substring(at, Math.min(at + width, text.length()))) < width) {
            return "incomplete UTF-8 octet sequence";
        }
        for (int i = 1; i < width; i++) {
            if ((octet(text, at + i) & 0xC0) != 0x80) {
                return "invalid trailing UTF-8 octet";
            }
        }
        return lead < 0xC2 || lead == 0xE0 || lead == 0xF0
                ? "invalid length of a UTF-8 sequence"
                : "invalid Unicode character";
    }

    private static int octet(String text, int at) {
        char c = text.charAt(at);
        return Character.isLowSurrogate(c) ? c - 0xDC00 : 0;
    }

    private static int startOfPiece(String text, int defect) {
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < defect; i++) {
            int width = utf8Width(text, i);
            if (bytes + width > PIECE) {
                start = i;
                bytes = 0;
            }
            bytes += width;
            if (Character.isHighSurrogate(text.charAt(i))) {
                i++;
            }
        }
        return bytes + utf8Width(text, defect) > PIECE ? defect : start;
    }

    private static int utf8Width(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return Character.isHighSurrogate(c) ? 4 : Character.isLowSurrogate(c) ? 1 : 3;
    }
}
