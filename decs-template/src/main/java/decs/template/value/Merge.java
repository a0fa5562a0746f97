package decs.template.value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Laying one tree over another. It recurses while that is safe and keeps the rest of very deep trees in a list of
 * pending work, so that no depth of nesting is too much.
 */
public final class Merge {
    private static final int RECURSION = 200;

    private final Deque<Runnable> pending = new ArrayDeque<>();
    private int depth;

    private Merge() {}

    /** A new map: {@code over} laid on {@code base}; maps merge deep, all else (null too) is replaced. Neither changes. */
    public static ValueMap deep(Map<String, ?> base, Map<String, ?> over) {
        Merge merge = new Merge();
        ValueMap result = merge.merged(base, over);
        merge.finish();
        return result;
    }

    /** A deep copy of maps and lists; leaves are shared. */
    public static ValueMap copy(Map<String, ?> map) {
        Merge merge = new Merge();
        ValueMap result = merge.copied(map);
        merge.finish();
        return result;
    }

    /** A deep copy of any value: maps and lists are copied, leaves are shared. */
    public static Object copyValue(Object value) {
        Merge merge = new Merge();
        Object result = merge.copiedValue(value);
        merge.finish();
        return result;
    }

    private void run(Runnable work) {
        if (depth == RECURSION) {
            pending.push(work);
            return;
        }
        depth++;
        work.run();
        depth--;
    }

    private void finish() {
        for (Runnable next = pending.poll(); next != null; next = pending.poll()) {
            next.run();
        }
    }

    private ValueMap merged(Map<String, ?> base, Map<String, ?> over) {
        ValueMap result = new ValueMap(base.size() + over.size());
        result.takeOrigins(base);
        run(() -> {
            base.forEach((key, value) -> {
                boolean replaced = over.containsKey(key) && !(value instanceof Map && over.get(key) instanceof Map);
                result.put(key, replaced ? null : mergedValue(value, over.get(key)));
            });
            over.forEach((key, value) -> {
                if (!(value instanceof Map && base.get(key) instanceof Map)) {
                    result.put(key, copiedValue(value));
                    result.takeOrigin(key, over);
                }
            });
        });
        return result;
    }

    private Object mergedValue(Object base, Object over) {
        if (base instanceof Map<?, ?> lower && over instanceof Map<?, ?> upper) {
            return merged(typed(lower), typed(upper));
        }
        return copiedValue(base);
    }

    private ValueMap copied(Map<String, ?> map) {
        ValueMap result = new ValueMap(map.size());
        result.takeOrigins(map);
        run(() -> map.forEach((key, value) -> result.put(key, copiedValue(value))));
        return result;
    }

    private Object copiedValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copied(typed(map));
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>(list.size());
            run(() -> list.forEach(item -> result.add(copiedValue(item))));
            return result;
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> typed(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }
}
