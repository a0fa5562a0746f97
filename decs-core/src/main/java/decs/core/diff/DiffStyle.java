package decs.core.diff;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a comparison is printed.
 *
 * @param context lines around a change; negative means all
 * @param suppressedKinds kinds whose content is not told
 * @param suppressedLines lines that are not told
 */
public record DiffStyle(
        int context, boolean colour, Set<String> suppressedKinds, List<Predicate<String>> suppressedLines) {
    public DiffStyle {
        suppressedKinds = Set.copyOf(suppressedKinds);
        suppressedLines = List.copyOf(suppressedLines);
        Objects.requireNonNull(suppressedKinds, "suppressedKinds");
    }

    /** Everything, without colours. */
    public static DiffStyle plain() {
        return new DiffStyle(-1, false, Set.of(), List.of());
    }

    public DiffStyle withContext(int context) {
        return new DiffStyle(context, colour, suppressedKinds, suppressedLines);
    }

    public DiffStyle withColour(boolean colour) {
        return new DiffStyle(context, colour, suppressedKinds, suppressedLines);
    }

    boolean suppresses(ObjectChange change) {
        return suppressedKinds.contains(change.key().kind());
    }

    /** The lines of {@code change} that may be told. */
    List<DiffLine> told(ObjectChange change) {
        return suppressedLines.isEmpty()
                ? change.lines()
                : change.lines().stream()
                        .filter(line -> suppressedLines.stream().noneMatch(rule -> rule.test(line.text())))
                        .toList();
    }

    /** Whether nothing of the change is left to tell because of the suppressed lines. */
    boolean silenced(ObjectChange change) {
        return !suppressedLines.isEmpty()
                && !suppresses(change)
                && told(change).stream().noneMatch(DiffLine::changed);
    }
}
