package decs.core.environment;

import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The merges of state values. Between layers a null never takes away what a lower layer has, and an array that holds a
 * null is laid on index by index; inside one list of values everything later replaces, null too.
 */
public final class LayerMerge {
    /** What arrays of the upper side do. */
    public enum Arrays {
        /** Merge by index when they hold a null, replace otherwise. */
        SPARSE,
        /** Always merge by index. */
        BY_INDEX,
        /** Always replace. */
        REPLACE
    }

    private LayerMerge() {}

    /** {@code over} laid on {@code base}; neither changes. */
    public static ValueMap layers(Map<String, ?> base, Map<String, ?> over, Arrays arrays) {
        ValueMap sum = Merge.copy(base);
        over.forEach((key, value) -> {
            Object before = sum.get(key);
            if (value == null) {
                sum.putIfAbsent(key, null);
            } else {
                sum.put(key, value(before, value, arrays));
                sum.takeOrigin(key, over);
            }
        });
        return sum;
    }

    @SuppressWarnings("unchecked")
    private static Object value(Object before, Object value, Arrays arrays) {
        if (before instanceof Map<?, ?> a && value instanceof Map<?, ?> b) {
            return layers((Map<String, ?>) a, (Map<String, ?>) b, arrays);
        }
        if (before instanceof List<?> a && value instanceof List<?> b) {
            boolean byIndex = arrays == Arrays.BY_INDEX || (arrays == Arrays.SPARSE && b.contains(null));
            return byIndex ? byIndex(a, b, arrays) : Merge.copyValue(b);
        }
        return Merge.copyValue(value);
    }

    private static List<Object> byIndex(List<?> a, List<?> b, Arrays arrays) {
        List<Object> sum = new ArrayList<>(a);
        for (int i = 0; i < b.size(); i++) {
            Object value = b.get(i);
            if (i >= sum.size()) {
                sum.add(value);
            } else if (value != null) {
                sum.set(i, value(sum.get(i), value, arrays));
            }
        }
        return sum;
    }

    /** One values list, {@code mergeStrategy: fallback}: what is there stays, nulls are filled. */
    @SuppressWarnings("unchecked")
    static ValueMap fallback(Map<String, ?> first, Map<String, ?> later) {
        ValueMap sum = Merge.copy(first);
        later.forEach((key, value) -> {
            Object before = sum.get(key);
            if (before == null) {
                sum.put(key, Merge.copyValue(value));
            } else if (before instanceof Map<?, ?> a && value instanceof Map<?, ?> b) {
                sum.put(key, fallback((Map<String, ?>) a, (Map<String, ?>) b));
            }
        });
        return sum;
    }

    /**
     * helmfile 0.x's merge, everywhere the same: the later side wins, null too, but a map never replaces a non-empty
     * scalar or list.
     */
    @SuppressWarnings("unchecked")
    public static ValueMap v0(Map<String, ?> base, Map<String, ?> over) {
        ValueMap sum = Merge.copy(base);
        over.forEach((key, value) -> {
            Object before = sum.get(key);
            if (value instanceof Map<?, ?> b) {
                if (before instanceof Map<?, ?> a) {
                    sum.put(key, v0((Map<String, ?>) a, (Map<String, ?>) b));
                    return;
                }
                if (!decs.core.spec.SpecMerge.isZero(before)) {
                    return;
                }
            }
            sum.put(key, Merge.copyValue(value));
            sum.takeOrigin(key, over);
        });
        return sum;
    }
}
