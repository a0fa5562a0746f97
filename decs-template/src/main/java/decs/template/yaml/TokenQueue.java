package decs.template.yaml;

import java.util.Arrays;

/**
 * Tokens scanned and not yet parsed, in parallel arrays so that none is an object. A token can be put in front of ones
 * already there, because the scanner learns only at a {@code :} that a key began before it.
 */
final class TokenQueue {
    private Token[] kinds = new Token[32];
    private String[] values = new String[32];
    private String[] extras = new String[32];
    private ScalarStyle[] styles = new ScalarStyle[32];
    private int[] lines = new int[32];
    private int[] offsets = new int[32];
    private int head;
    private int tail;

    /** How many tokens were ever taken: the number of the token at the head. */
    private int taken;

    int size() {
        return tail - head;
    }

    int taken() {
        return taken;
    }

    /** The number that the next token added at the end will have. */
    int nextNumber() {
        return taken + tail - head;
    }

    void add(Token kind, int line, int offset) {
        add(kind, line, offset, null, null);
    }

    void add(Token kind, int line, int offset, String value, String extra) {
        if (tail == kinds.length) {
            makeRoom();
        }
        set(tail++, kind, line, offset, value, extra);
    }

    void addScalar(ScalarStyle style, int line, int offset, String value) {
        add(Token.SCALAR, line, offset, value, null);
        styles[tail - 1] = style;
    }

    /** Puts a token in front of the one numbered {@code number}. */
    void insert(int number, Token kind, int line, int offset) {
        if (tail == kinds.length) {
            makeRoom();
        }
        int at = head + number - taken;
        int count = tail - at;
        System.arraycopy(kinds, at, kinds, at + 1, count);
        System.arraycopy(values, at, values, at + 1, count);
        System.arraycopy(extras, at, extras, at + 1, count);
        System.arraycopy(styles, at, styles, at + 1, count);
        System.arraycopy(lines, at, lines, at + 1, count);
        System.arraycopy(offsets, at, offsets, at + 1, count);
        tail++;
        set(at, kind, line, offset, null, null);
    }

    private void set(int at, Token kind, int line, int offset, String value, String extra) {
        kinds[at] = kind;
        lines[at] = line;
        offsets[at] = offset;
        values[at] = value;
        extras[at] = extra;
    }

    private void makeRoom() {
        int size = tail - head;
        int capacity = head >= kinds.length / 2 ? kinds.length : kinds.length * 2;
        kinds = moved(kinds, capacity, size);
        values = moved(values, capacity, size);
        extras = moved(extras, capacity, size);
        styles = moved(styles, capacity, size);
        lines = Arrays.copyOf(Arrays.copyOfRange(lines, head, tail), capacity);
        offsets = Arrays.copyOf(Arrays.copyOfRange(offsets, head, tail), capacity);
        head = 0;
        tail = size;
    }

    private <T> T[] moved(T[] array, int capacity, int size) {
        return Arrays.copyOf(Arrays.copyOfRange(array, head, head + size), capacity);
    }

    Token kind() {
        return kinds[head];
    }

    int line() {
        return lines[head];
    }

    int offset() {
        return offsets[head];
    }

    String value() {
        return values[head];
    }

    /** What a second text of the token is: a tag's suffix, a directive's prefix. */
    String extra() {
        return extras[head];
    }

    ScalarStyle style() {
        return styles[head];
    }

    /** Takes the head away. */
    void take() {
        values[head] = null;
        extras[head] = null;
        head++;
        taken++;
        if (head == tail) {
            head = 0;
            tail = 0;
        }
    }
}
