package decs.core.diff;

/** What a comparison shows of the data of Secrets. */
public enum SecretDisplay {
    /** Only whether a value changed, and its length. */
    MASKED,
    /** The text as it stands. */
    SHOWN,
    /** The values decoded. */
    DECODED
}
