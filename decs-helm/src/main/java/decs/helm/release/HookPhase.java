package decs.helm.release;

/** How far the last run of a hook came. */
public enum HookPhase {
    /** It never ran. */
    NONE(""),
    UNKNOWN("Unknown"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed");

    private final String text;

    HookPhase(String text) {
        this.text = text;
    }

    /** The word in records. */
    public String text() {
        return text;
    }

    public static HookPhase of(String text) {
        for (HookPhase phase : values()) {
            if (phase.text.equals(text)) {
                return phase;
            }
        }
        return UNKNOWN;
    }
}
