package decs.template.yaml;

/**
 * Short texts met before, so that the hundredth {@code name} costs neither a string nor its hash. A slot holds the last
 * text that fell on it.
 */
final class TextCache {
    private static final int LONGEST = 24;
    private static final int SLOTS = 512;

    private final char[] text;
    private final String[] slots = new String[SLOTS];

    TextCache(char[] text) {
        this.text = text;
    }

    /** The text from {@code from} up to {@code to}. */
    String get(int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(text, from, length);
        }
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ (hash >>> 9) ^ (hash >>> 18)) & (SLOTS - 1);
        String cached = slots[slot];
        if (cached == null || !same(cached, from, length)) {
            cached = new String(text, from, length);
            slots[slot] = cached;
        }
        return cached;
    }

    private boolean same(String cached, int from, int length) {
        if (cached.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (cached.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
