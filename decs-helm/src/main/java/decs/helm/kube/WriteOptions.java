package decs.helm.kube;

import java.util.Objects;

/**
 * How to write.
 *
 * @param fieldManager who owns the fields written
 * @param dryRun let the server do everything but keep the result
 */
public record WriteOptions(String fieldManager, boolean dryRun, FieldValidation fieldValidation) {
    /** What the server does about fields that it does not know, and about fields given twice. */
    public enum FieldValidation {
        /** Whatever the server does by itself: it warns. */
        DEFAULT,
        IGNORE,
        WARN,
        STRICT
    }

    public WriteOptions {
        Objects.requireNonNull(fieldManager, "fieldManager");
        Objects.requireNonNull(fieldValidation, "fieldValidation");
    }

    /** A real write in the name of {@code fieldManager}. */
    public static WriteOptions by(String fieldManager) {
        return new WriteOptions(fieldManager, false, FieldValidation.DEFAULT);
    }

    public WriteOptions withDryRun() {
        return new WriteOptions(fieldManager, true, fieldValidation);
    }

    public WriteOptions withFieldValidation(FieldValidation fieldValidation) {
        return new WriteOptions(fieldManager, dryRun, fieldValidation);
    }
}
