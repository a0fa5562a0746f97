package decs.core.diff;

import decs.core.diff.DiffLine.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines of two texts side by side: a longest common subsequence by Hirschberg's divide and conquer, in linear
 * space, after equal heads and tails are set aside. Of several longest ones it takes the one that keeps changes early
 * in the newer text, removed lines before added ones.
 */
final class LineDiff {
    private final String[] before;
    private final String[] after;
    private final int[] left;
    private final int[] right;
    private final List<DiffLine> lines = new ArrayList<>();

    private LineDiff(String before, String after) {
        this.before = before.split("\n", -1);
        this.after = after.split("\n", -1);
        Map<String, Integer> numbers = new HashMap<>();
        this.left = numbered(this.before, numbers);
        this.right = numbered(this.after, numbers);
    }

    /** All lines of both texts in order; an empty text is one empty line. */
    static List<DiffLine> between(String before, String after) {
        LineDiff diff = new LineDiff(before, after);
        diff.run();
        return List.copyOf(diff.lines);
    }

    private static int[] numbered(String[] lines, Map<String, Integer> numbers) {
        int[] result = new int[lines.length];
        for (int i = 0; i < lines.length; i++) {
            result[i] = numbers.computeIfAbsent(lines[i], line -> numbers.size());
        }
        return result;
    }

    private void run() {
        int most = Math.min(left.length, right.length);
        int head = 0;
        while (head < most && left[head] == right[head]) {
            both(head++);
        }
        int tail = 0;
        while (tail < most - head && left[left.length - 1 - tail] == right[right.length - 1 - tail]) {
            tail++;
        }
        solve(head, left.length - tail, head, right.length - tail);
        for (int i = left.length - tail; i < left.length; i++) {
            both(i);
        }
    }

    private void solve(int from, int to, int rightFrom, int rightTo) {
        if (to - from <= 1 || rightFrom == rightTo) {
            small(from, to, rightFrom, rightTo);
            return;
        }
        int middle = (from + to) >>> 1;
        int[] forward = scores(from, middle, rightFrom, rightTo);
        int[] backward = scoresFromEnd(middle, to, rightFrom, rightTo);
        int best = -1;
        int split = 0;
        for (int i = 0; i < forward.length; i++) {
            int score = forward[i] + backward[i];
            if (score > best) {
                best = score;
                split = i;
            }
        }
        solve(from, middle, rightFrom, rightFrom + split);
        solve(middle, to, rightFrom + split, rightTo);
    }

    private void small(int from, int to, int rightFrom, int rightTo) {
        int match = -1;
        for (int i = rightFrom; to - from == 1 && i < rightTo && match < 0; i++) {
            match = right[i] == left[from] ? i : -1;
        }
        if (match < 0) {
            for (int i = from; i < to; i++) {
                lines.add(new DiffLine(Side.BEFORE, before[i]));
            }
        }
        for (int i = rightFrom; i < rightTo; i++) {
            if (i == match) {
                both(from);
            } else {
                lines.add(new DiffLine(Side.AFTER, after[i]));
            }
        }
    }

    private void both(int index) {
        lines.add(new DiffLine(Side.BOTH, before[index]));
    }

    private int[] scores(int from, int to, int rightFrom, int rightTo) {
        int width = rightTo - rightFrom;
        int[] row = new int[width + 1];
        for (int i = from; i < to; i++) {
            int diagonal = 0;
            for (int j = 1; j <= width; j++) {
                int above = row[j];
                row[j] = left[i] == right[rightFrom + j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row;
    }

    private int[] scoresFromEnd(int from, int to, int rightFrom, int rightTo) {
        int width = rightTo - rightFrom;
        int[] row = new int[width + 1];
        for (int i = to - 1; i >= from; i--) {
            int diagonal = 0;
            for (int j = width - 1; j >= 0; j--) {
                int below = row[j];
                row[j] = left[i] == right[rightFrom + j] ? diagonal + 1 : Math.max(below, row[j + 1]);
                diagonal = below;
            }
        }
        return row;
    }
}
