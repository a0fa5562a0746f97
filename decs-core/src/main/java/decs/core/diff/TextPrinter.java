package decs.core.diff;

import java.util.List;

/** helm-diff's default form: a heading for each object, then its lines with {@code -} and {@code +}. */
final class TextPrinter implements DiffPrinter {
    @Override
    public String print(ManifestDiff diff, DiffStyle style) {
        StringBuilder out = new StringBuilder();
        for (ObjectChange change : diff.changes()) {
            print(change, style, out);
        }
        return out.toString();
    }

    private static void print(ObjectChange change, DiffStyle style, StringBuilder out) {
        Paint paint = new Paint(style.colour());
        String name = change.key().toString();
        if (style.silenced(change)) {
            String heading = name + " has changed, but diff is empty after suppression.";
            out.append(paint.of(Paint.BRIGHT_BLUE, heading)).append('\n');
            return;
        }
        out.append(paint.of(change.kind(), name + heading(change.kind()))).append('\n');
        if (style.suppresses(change)) {
            String note = "+ Changes suppressed on sensitive content of type "
                    + change.key().kind();
            out.append(paint.of(Paint.YELLOW, note + "\n"));
        } else {
            lines(style.told(change), style.context(), paint, out);
        }
    }

    private static String heading(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> " has been added:";
            case REMOVED -> " has been removed:";
            case MODIFIED -> " has changed:";
            case OWNERSHIP -> " changed ownership:";
        };
    }

    static void lines(List<DiffLine> lines, int context, Paint paint, StringBuilder out) {
        boolean[] near = near(lines, context);
        boolean omitting = false;
        for (int i = 0; i < near.length; i++) {
            if (near[i]) {
                line(lines.get(i), paint, out);
            } else if (!omitting) {
                out.append("...\n");
            }
            omitting = !near[i];
        }
    }

    private static void line(DiffLine line, Paint paint, StringBuilder out) {
        switch (line.side()) {
            case BEFORE -> out.append(paint.of(Paint.RED, "- " + line.text()));
            case AFTER -> out.append(paint.of(Paint.GREEN, "+ " + line.text()));
            case BOTH -> out.append(line.text().isEmpty() ? "" : "  ").append(line.text());
        }
        out.append('\n');
    }

    /** For each line whether it lies within {@code context} lines of a change. */
    private static boolean[] near(List<DiffLine> lines, int context) {
        boolean[] near = new boolean[lines.size()];
        int since = Integer.MAX_VALUE;
        for (int i = 0; i < near.length; i++) {
            since = lines.get(i).changed() ? 0 : since == Integer.MAX_VALUE ? since : since + 1;
            near[i] = context < 0 || since <= context;
        }
        int until = Integer.MAX_VALUE;
        for (int i = near.length - 1; i >= 0; i--) {
            until = lines.get(i).changed() ? 0 : until == Integer.MAX_VALUE ? until : until + 1;
            near[i] |= until <= context;
        }
        return near;
    }
}
