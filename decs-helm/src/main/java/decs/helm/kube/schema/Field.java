package decs.helm.kube.schema;

import java.util.Objects;

/**
 * A field of a type.
 *
 * @param merge how a strategic merge patch treats it
 */
public record Field(String name, Shape shape, Merge merge) {
    /**
     * The patch strategy and merge key of a field.
     *
     * @param lists a list merges with the live one instead of replacing it
     * @param retainKeys a patch says which keys may stay
     * @param key what identifies the items of a merging list; empty when the items are scalars
     */
    public record Merge(boolean lists, boolean retainKeys, String key) {
        static final Merge NONE = new Merge(false, false, "");
    }

    public Field {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(merge, "merge");
    }
}
