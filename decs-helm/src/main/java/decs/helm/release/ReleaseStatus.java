package decs.helm.release;

/** Where a revision of a release stands. */
public enum ReleaseStatus {
    /** In doubt; also every word that is not one of the others. */
    UNKNOWN("unknown"),
    DEPLOYED("deployed"),
    UNINSTALLED("uninstalled"),
    /** Replaced by a later revision. */
    SUPERSEDED("superseded"),
    FAILED("failed"),
    UNINSTALLING("uninstalling"),
    PENDING_INSTALL("pending-install"),
    PENDING_UPGRADE("pending-upgrade"),
    PENDING_ROLLBACK("pending-rollback");

    private final String text;

    ReleaseStatus(String text) {
        this.text = text;
    }

    /** The word in records and in what Helm prints. */
    public String text() {
        return text;
    }

    /** Whether an operation has begun and not ended. */
    public boolean isPending() {
        return this == PENDING_INSTALL || this == PENDING_UPGRADE || this == PENDING_ROLLBACK;
    }

    public static ReleaseStatus of(String text) {
        for (ReleaseStatus status : values()) {
            if (status.text.equals(text)) {
                return status;
            }
        }
        return UNKNOWN;
    }
}
