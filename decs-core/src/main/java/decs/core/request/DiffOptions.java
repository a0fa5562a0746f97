package decs.core.request;

import decs.core.diff.Comparison;
import decs.core.diff.DiffForm;
import decs.core.diff.DiffPrinter;
import decs.core.diff.DiffStyle;
import java.util.Objects;

/**
 * How releases are compared and how that is printed.
 *
 * @param noHooks leaves hooks out
 * @param includeTests takes test hooks in
 * @param skipOnInstall leaves releases that are not there yet out of the comparison: they count as changed
 * @param uncheckedOnInstall compares them without asking the server whether it would take their objects
 */
public record DiffOptions(
        Comparison comparison,
        DiffStyle style,
        DiffPrinter printer,
        Sides sides,
        boolean noHooks,
        boolean includeTests,
        boolean skipOnInstall,
        boolean uncheckedOnInstall) {
    /** What is held against what. */
    public enum Sides {
        /** The release's manifest and what the chart renders to, text against text. */
        TEXT,
        /** The same with each object written anew, so that order and layout say nothing. */
        NORMALIZED,
        /** What is live and what an upgrade would make of it. */
        LIVE
    }

    public DiffOptions {
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(printer, "printer");
        Objects.requireNonNull(sides, "sides");
    }

    public static DiffOptions defaults() {
        return new DiffOptions(
                Comparison.standard(),
                DiffStyle.plain(),
                DiffForm.DIFF.printer(),
                Sides.TEXT,
                false,
                false,
                false,
                false);
    }

    /** Whether order and layout of objects say nothing. */
    public boolean normalized() {
        return sides == Sides.NORMALIZED;
    }
}
