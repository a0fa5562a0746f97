package decs.testing.check;

import decs.template.gofmt.GoTypes;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether two trees are equal as Go's {@code reflect.DeepEqual} has it: an int is no float, the order of keys is nothing. */
public final class GoEquality {
    private GoEquality() {}

    public static boolean same(Object left, Object right) {
        if (left instanceof Map<?, ?> l && right instanceof Map<?, ?> r) {
            return l.size() == r.size()
                    && l.entrySet().stream()
                            .allMatch(entry ->
                                    r.containsKey(entry.getKey()) && same(entry.getValue(), r.get(entry.getKey())));
        }
        if (left instanceof List<?> l && right instanceof List<?> r) {
            return l.size() == r.size() && sameElements(l.iterator(), r.iterator());
        }
        if (left instanceof Number l && right instanceof Number r) {
            return GoTypes.typeName(l).equals(GoTypes.typeName(r))
                    && l.toString().equals(r.toString());
        }
        return Objects.equals(left, right);
    }

    private static boolean sameElements(Iterator<?> left, Iterator<?> right) {
        while (left.hasNext()) {
            if (!same(left.next(), right.next())) {
                return false;
            }
        }
        return true;
    }

    /** Whether every entry of {@code part} is in {@code whole}, alike. */
    static boolean within(Map<?, ?> part, Map<?, ?> whole) {
        return part.entrySet().stream()
                .allMatch(entry ->
                        whole.containsKey(entry.getKey()) && same(entry.getValue(), whole.get(entry.getKey())));
    }
}
