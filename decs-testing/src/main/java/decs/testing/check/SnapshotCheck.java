package decs.testing.check;

import decs.template.language.FunctionException;
import decs.template.sprig.GoRegex;
import decs.testing.snapshot.Snapshots.Comparison;
import java.util.Map;

/** {@code matchSnapshot}: the value is what it was when its snapshot was taken, or fits a pattern. */
final class SnapshotCheck implements ValueCheck {
    @Override
    public Lines value(Object value, Subject subject) {
        Object content = RawText.cleanedTree(value);
        String wanted = pattern(subject, "matchRegex");
        String unwanted = pattern(subject, "notMatchRegex");
        boolean loose = !wanted.isEmpty() || !unwanted.isEmpty();
        Comparison comparison = subject.snapshots().compare(Lines.shown(content) + "\n", loose);
        if (!loose) {
            return failure(comparison, subject, true);
        }
        Lines lines = new Lines();
        if (comparison.updating()) {
            return lines;
        }
        try {
            if (!wanted.isEmpty() && !GoRegex.compile(wanted).matches(comparison.text())) {
                lines.title("Expected pattern '" + wanted + "' not found in snapshot:")
                        .text(comparison.stored());
            }
            if (!unwanted.isEmpty() && GoRegex.compile(unwanted).matches(comparison.text())) {
                lines.title("Expected pattern '" + unwanted + "' should not be in snapshot:")
                        .text(comparison.stored());
            }
        } catch (FunctionException bad) {
            lines.error(bad.getMessage());
        }
        return lines;
    }

    private static String pattern(Subject subject, String key) {
        Object given = subject.parameters().get(key);
        return given instanceof Map<?, ?> map && map.get("pattern") instanceof String pattern ? pattern : "";
    }

    @Override
    public Lines nothing(Subject subject) {
        return new Lines();
    }

    /** How a text differs from its snapshot, or that it does not. */
    static Lines failure(Comparison comparison, Subject subject, boolean withPath) {
        Lines lines = new Lines();
        if (comparison.same() != subject.negative()) {
            return lines;
        }
        if (withPath) {
            lines.path(subject);
        }
        lines.expected(subject, "to match snapshot " + comparison.number());
        return subject.negative()
                ? lines.text(comparison.stored())
                : lines.text(String.join("\n", UnifiedDiff.of(comparison.stored(), comparison.text())));
    }
}
