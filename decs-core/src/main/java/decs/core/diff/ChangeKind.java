package decs.core.diff;

/** What happens to an object; the constants stand in the order in which changes are told. */
public enum ChangeKind {
    /** It belongs to another release, and this one takes it. */
    OWNERSHIP("OWNERSHIP"),
    MODIFIED("MODIFY"),
    REMOVED("REMOVE"),
    ADDED("ADD");

    private final String word;

    ChangeKind(String word) {
        this.word = word;
    }

    /** helm-diff's word for it in machine-readable forms. */
    public String word() {
        return word;
    }
}
