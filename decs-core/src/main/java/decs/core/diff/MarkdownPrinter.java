package decs.core.diff;

import java.util.ArrayList;
import java.util.List;

/** A comparison for a review: a count, then each object folded, its lines in a {@code diff} block. */
final class MarkdownPrinter implements DiffPrinter {
    @Override
    public String print(ManifestDiff diff, DiffStyle style) {
        if (diff.isEmpty()) {
            return "No changes.\n";
        }
        StringBuilder out = new StringBuilder(counts(diff)).append(".\n");
        for (ObjectChange change : diff.changes()) {
            out.append("\n<details><summary>")
                    .append(sign(change.kind()))
                    .append(" <code>")
                    .append(HtmlPrinter.escaped(change.key().toString()))
                    .append("</code></summary>\n\n");
            body(change, style, out);
            out.append("\n</details>\n");
        }
        return out.toString();
    }

    static String counts(ManifestDiff diff) {
        List<String> parts = new ArrayList<>();
        count(diff, ChangeKind.MODIFIED, "changed", parts);
        count(diff, ChangeKind.REMOVED, "removed", parts);
        count(diff, ChangeKind.ADDED, "added", parts);
        count(diff, ChangeKind.OWNERSHIP, "taken over", parts);
        return String.join(", ", parts);
    }

    private static void count(ManifestDiff diff, ChangeKind kind, String word, List<String> parts) {
        long count = diff.count(kind);
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    static String sign(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case MODIFIED -> "~";
            case OWNERSHIP -> ">";
        };
    }

    private static void body(ObjectChange change, DiffStyle style, StringBuilder out) {
        if (style.suppresses(change)) {
            out.append("Content of this kind is not shown.\n");
        } else if (style.silenced(change)) {
            out.append("Only lines that are not shown differ.\n");
        } else {
            StringBuilder lines = new StringBuilder();
            TextPrinter.lines(style.told(change), style.context(), new Paint(false), lines);
            String fence = fence(lines);
            out.append(fence).append("diff\n").append(lines).append(fence).append('\n');
        }
    }

    /** A fence longer than any run of back quotes in {@code text}. */
    private static String fence(CharSequence text) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }
}
