package decs.testing.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two texts side by side with one line around each change. Equal blocks are found as Python's difflib finds them: the
 * longest first, then left and right of it.
 */
final class UnifiedDiff {
    private static final int AROUND = 1;

    private final List<String> before;
    private final List<String> after;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    /** Lines that are the same. */
    private record Block(int before, int after, int size) {}

    private UnifiedDiff(String before, String after) {
        this.before = List.of(before.split("\n", -1));
        this.after = List.of(after.split("\n", -1));
        for (int i = 0; i < this.after.size(); i++) {
            places.computeIfAbsent(this.after.get(i), line -> new ArrayList<>()).add(i);
        }
    }

    /** Header and hunks; empty when the texts are the same. */
    static List<String> of(String before, String after) {
        UnifiedDiff diff = new UnifiedDiff(before, after);
        diff.match(0, diff.before.size(), 0, diff.after.size());
        diff.blocks.add(new Block(diff.before.size(), diff.after.size(), 0));
        return diff.print();
    }

    private void match(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        Block longest = longest(fromBefore, toBefore, fromAfter, toAfter);
        if (longest.size() == 0) {
            return;
        }
        match(fromBefore, longest.before(), fromAfter, longest.after());
        blocks.add(longest);
        match(longest.before() + longest.size(), toBefore, longest.after() + longest.size(), toAfter);
    }

    private Block longest(int fromBefore, int toBefore, int fromAfter, int toAfter) {
        Block best = new Block(fromBefore, fromAfter, 0);
        Map<Integer, Integer> lengths = new HashMap<>();
        for (int i = fromBefore; i < toBefore; i++) {
            Map<Integer, Integer> next = new HashMap<>();
            for (int j : places.getOrDefault(before.get(i), List.of())) {
                if (j < fromAfter || j >= toAfter) {
                    continue;
                }
                int length = lengths.getOrDefault(j - 1, 0) + 1;
                next.put(j, length);
                if (length > best.size()) {
                    best = new Block(i - length + 1, j - length + 1, length);
                }
            }
            lengths = next;
        }
        return best;
    }

    private List<String> print() {
        List<String> out = new ArrayList<>();
        Hunk hunk = new Hunk();
        int b = 0;
        int a = 0;
        for (Block block : blocks) {
            if (b < block.before() || a < block.after()) {
                hunk.open(b, a);
                before.subList(b, block.before()).forEach(hunk::removed);
                after.subList(a, block.after()).forEach(hunk::added);
            }
            boolean last = block.size() == 0;
            hunk.same(before.subList(block.before(), block.before() + block.size()), last, out);
            b = block.before() + block.size();
            a = block.after() + block.size();
        }
        hunk.close(out);
        if (!out.isEmpty()) {
            out.add(0, "+++ Actual");
            out.add(0, "--- Expected");
        }
        return out;
    }

    /** A run of changes with the lines around them. */
    private final class Hunk {
        private final List<String> lines = new ArrayList<>();
        private int startBefore;
        private int startAfter;
        private int countBefore;
        private int countAfter;

        void open(int b, int a) {
            if (!lines.isEmpty()) {
                return;
            }
            int lead = Math.min(AROUND, Math.min(b, a));
            startBefore = b - lead;
            startAfter = a - lead;
            countBefore = 0;
            countAfter = 0;
            before.subList(b - lead, b).forEach(this::kept);
        }

        void removed(String line) {
            lines.add("-" + line);
            countBefore++;
        }

        void added(String line) {
            lines.add("+" + line);
            countAfter++;
        }

        private void kept(String line) {
            lines.add(" " + line);
            countBefore++;
            countAfter++;
        }

        /** Lines between changes: all of them when they are few, or else some at the end of this hunk. */
        void same(List<String> same, boolean last, List<String> out) {
            if (lines.isEmpty()) {
                return;
            }
            if (same.size() <= 2 * AROUND && !last) {
                same.forEach(this::kept);
            } else {
                same.subList(0, Math.min(AROUND, same.size())).forEach(this::kept);
                close(out);
            }
        }

        void close(List<String> out) {
            if (!lines.isEmpty()) {
                out.add("@@ -" + range(startBefore, countBefore) + " +" + range(startAfter, countAfter) + " @@");
                out.addAll(lines);
                lines.clear();
            }
        }

        private String range(int start, int count) {
            return count == 1 ? String.valueOf(start + 1) : (count == 0 ? start : start + 1) + "," + count;
        }
    }
}
