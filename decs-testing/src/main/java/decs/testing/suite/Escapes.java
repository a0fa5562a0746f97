package decs.testing.suite;

/** Back-slashes in quoted texts that were meant as they stand. */
final class Escapes {
    private Escapes() {}

    /** {@code text} with one more {@code \} for every run of an odd number of them. */
    static String doubled(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) == '\\') {
                end++;
            }
            out.append(text, at, end);
            if ((end - at) % 2 == 1) {
                out.append('\\');
            }
            at = end;
            if (at < text.length()) {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }
}
