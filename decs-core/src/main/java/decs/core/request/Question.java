package decs.core.request;

import java.util.List;
import java.util.Objects;

/** What a run asks before it changes anything, where it is to ask. */
public record Question(Verb verb, List<DiffReport.Entry> affected) {
    public Question {
        Objects.requireNonNull(verb, "verb");
        affected = List.copyOf(affected);
    }

    /** What is about to be done. */
    public enum Verb {
        APPLY,
        SYNC,
        DELETE
    }
}
