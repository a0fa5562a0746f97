package decs.helm.release;

/** How the objects of a revision were written; Helm 4 records it. */
public enum ApplyMethod {
    /** Not recorded: client-side, by everyone who does not know of the other. */
    UNRECORDED(""),
    CLIENT_SIDE("csa"),
    SERVER_SIDE("ssa");

    private final String text;

    ApplyMethod(String text) {
        this.text = text;
    }

    /** The word in records; empty for {@link #UNRECORDED}. */
    public String text() {
        return text;
    }

    public static ApplyMethod of(String text) {
        for (ApplyMethod method : values()) {
            if (method.text.equals(text)) {
                return method;
            }
        }
        return UNRECORDED;
    }
}
