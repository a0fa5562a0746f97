package decs.helm.action;

/** What an upgrade does with the values of the revision before. */
public enum ValuesReuse {
    /** Uses them when the user gives none. */
    WHEN_NONE_GIVEN,
    /** Forgets them ({@code --reset-values}). */
    RESET,
    /** Lays the user's over them and over the old chart's defaults ({@code --reuse-values}). */
    REUSE,
    /** Lays the user's over them, with the new chart's defaults ({@code --reset-then-reuse-values}). */
    RESET_THEN_REUSE
}
