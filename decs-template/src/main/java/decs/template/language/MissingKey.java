package decs.template.language;

/** What a missing map key gives: Go's {@code missingkey} option. */
public enum MissingKey {
    /** {@code <no value>}, as Helm sets it ({@code missingkey=zero} on {@code map[string]interface{}}). */
    ZERO,
    /** An error, {@code map has no entry for key "x"}, as helmfile sets it. */
    ERROR
}
