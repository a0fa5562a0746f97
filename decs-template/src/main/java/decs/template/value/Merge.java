package decs.template.value;

import java.util.Map;

/** Laying one tree over another. */
public final class Merge {
    private Merge() {}

    /** A new map: {@code over} laid on {@code base}; maps merge deep, all else (null too) is replaced. Neither changes. */
    public static ValueMap deep(Map<String, ?> base, Map<String, ?> over) {
        throw new UnsupportedOperationException("written by the value package");
    }

    /** A deep copy of maps and lists; leaves are shared. */
    public static ValueMap copy(Map<String, ?> map) {
        throw new UnsupportedOperationException("written by the value package");
    }
}
