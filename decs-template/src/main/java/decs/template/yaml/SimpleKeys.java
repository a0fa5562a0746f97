package decs.template.yaml;

import java.util.Arrays;

/**
 * For each level of flow collections the place where a key may have begun: a text of one line and at most 1024
 * characters that a {@code :} may follow.
 */
final class SimpleKeys {
    static final int LONGEST = 1024;

    private boolean[] possible = new boolean[8];
    private boolean[] required = new boolean[8];
    private int[] numbers = new int[8];
    private int[] lines = new int[8];
    private int[] columns = new int[8];
    private int[] offsets = new int[8];
    private int[] indexes = new int[8];
    private int depth;

    /** No level below this one has a possible key. */
    private int lowest;

    void enter() {
        depth++;
        if (depth == possible.length) {
            int capacity = depth * 2;
            possible = Arrays.copyOf(possible, capacity);
            required = Arrays.copyOf(required, capacity);
            numbers = Arrays.copyOf(numbers, capacity);
            lines = Arrays.copyOf(lines, capacity);
            columns = Arrays.copyOf(columns, capacity);
            offsets = Arrays.copyOf(offsets, capacity);
            indexes = Arrays.copyOf(indexes, capacity);
        }
        possible[depth] = false;
    }

    void leave() {
        depth--;
        lowest = Math.min(lowest, depth);
    }

    void note(int level, boolean mustBe, int number, CharInput in) {
        possible[level] = true;
        required[level] = mustBe;
        numbers[level] = number;
        lines[level] = in.line;
        columns[level] = in.column();
        offsets[level] = in.pos;
        indexes[level] = in.index();
        lowest = Math.min(lowest, level);
    }

    void forget(int level) {
        possible[level] = false;
    }

    /** Whether the key that began first began at the token numbered {@code number}. */
    boolean mayStartAt(int number) {
        int level = lowest();
        return possible[level] && numbers[level] == number;
    }

    /** The outermost level with a possible key; outer keys begin before inner ones. */
    int lowest() {
        while (lowest < depth && !possible[lowest]) {
            lowest++;
        }
        return lowest;
    }

    boolean isPossible(int level) {
        return possible[level];
    }

    boolean isRequired(int level) {
        return required[level];
    }

    int number(int level) {
        return numbers[level];
    }

    int line(int level) {
        return lines[level];
    }

    int column(int level) {
        return columns[level];
    }

    int offset(int level) {
        return offsets[level];
    }

    int index(int level) {
        return indexes[level];
    }
}
