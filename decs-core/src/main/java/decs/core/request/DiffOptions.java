package decs.core.request;

import decs.core.diff.Comparison;
import decs.core.diff.DiffForm;
import decs.core.diff.DiffStyle;
import java.util.Objects;

/**
 * How releases are compared and how that is printed.
 *
 * @param noHooks leaves hooks out
 * @param includeTests takes test hooks in
 * @param normalized whether order and layout of objects say nothing
 * @param skipOnInstall leaves releases that are not there yet out of the comparison: they count as changed
 * @param uncheckedOnInstall compares them without asking the server whether it would take their objects
 */
public record DiffOptions(
        Comparison comparison,
        DiffStyle style,
        DiffForm form,
        boolean noHooks,
        boolean includeTests,
        boolean normalized,
        boolean skipOnInstall,
        boolean uncheckedOnInstall) {
    public DiffOptions {
        Objects.requireNonNull(comparison, "comparison");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(form, "form");
    }

    public static DiffOptions defaults() {
        return new DiffOptions(
                Comparison.standard(), DiffStyle.plain(), DiffForm.DIFF, false, false, false, false, false);
    }
}
