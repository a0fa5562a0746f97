package decs.core.diff;

import java.util.List;
import java.util.Objects;

/**
 * One object that differs, as it may be shown: secrets are masked already unless asked for.
 *
 * @param before the older text; empty when the object is new
 * @param after the newer text; empty when the object goes
 * @param lines both texts line by line
 */
public record ObjectChange(
        ObjectKey key, String apiVersion, ChangeKind kind, String before, String after, List<DiffLine> lines) {
    public ObjectChange {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        lines = List.copyOf(lines);
    }

    /** The values that differ, by path; only for an object that stands on both sides. */
    public List<FieldChange> fields() {
        return kind == ChangeKind.MODIFIED ? FieldChange.between(before, after) : List.of();
    }
}
