package decs.core.functions;

/** What templates of a repository may do outside: run programs, read files. */
public enum Trust {
    /** Everything. */
    FULL,
    /** Nothing: such a call is an error ({@code HELMFILE_DISABLE_INSECURE_FEATURES}, or an untrusted repository). */
    REFUSED,
    /** Nothing: such a call gives an empty text or list, as in helmfile 0.x's first pass. */
    EMPTY
}
