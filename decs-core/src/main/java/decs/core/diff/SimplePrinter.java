package decs.core.diff;

/** helm-diff's {@code simple} form: one line for each object, and the sum. */
final class SimplePrinter implements DiffPrinter {
    @Override
    public String print(ManifestDiff diff, DiffStyle style) {
        Paint paint = new Paint(style.colour());
        StringBuilder out = new StringBuilder();
        for (ObjectChange change : diff.changes()) {
            String what =
                    switch (change.kind()) {
                        case ADDED -> " to be added.";
                        case REMOVED -> " to be removed.";
                        case MODIFIED -> " to be changed.";
                        case OWNERSHIP -> " to change ownership.";
                    };
            out.append(paint.of(change.kind(), change.key() + what)).append('\n');
        }
        return out.append("Plan: ")
                .append(diff.count(ChangeKind.ADDED))
                .append(" to add, ")
                .append(diff.count(ChangeKind.MODIFIED))
                .append(" to change, ")
                .append(diff.count(ChangeKind.REMOVED))
                .append(" to destroy, ")
                .append(diff.count(ChangeKind.OWNERSHIP))
                .append(" to change ownership.\n")
                .toString();
    }
}
