package decs.helm.render;

/** White space as Go's {@code strings} package trims it. */
final class GoSpace {
    private GoSpace() {}

    static boolean is(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || c == 0x85
                || (c > 0x85 && (c == 0xA0 || Character.isSpaceChar(c)));
    }

    /** Where {@code text} starts behind its leading white space, from {@code from} on. */
    static int start(String text, int from, int end) {
        int at = from;
        while (at < end && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where {@code text} ends before its trailing white space. */
    static int end(String text, int from, int end) {
        int at = end;
        while (at > from && is(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    static boolean isBlank(String text) {
        return start(text, 0, text.length()) == text.length();
    }

    static String trim(String text) {
        int from = start(text, 0, text.length());
        return text.substring(from, end(text, from, text.length()));
    }
}
