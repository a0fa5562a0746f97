package decs.template.sprig;

import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoTypes;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** {@code reflect.DeepEqual}: same type and same content, so that 1 and 1.0 differ. */
final class DeepEquality {
    private DeepEquality() {}

    @SuppressWarnings("ReferenceEquality")
    static boolean of(Object a, Object b) {
        if (a == b) {
            return !(a instanceof Double number) || !number.isNaN();
        }
        if (a == null || b == null) {
            return false;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return GoSlice.elementType(x).equals(GoSlice.elementType(y))
                    && GoSlice.isNil(x) == GoSlice.isNil(y)
                    && lists(x, y);
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return GoTypes.typeName(x).equals(GoTypes.typeName(y)) && maps(x, y);
        }
        if (a instanceof byte[] x && b instanceof byte[] y) {
            return Arrays.equals(x, y);
        }
        if (a instanceof Double x && b instanceof Double y) {
            return x.doubleValue() == y.doubleValue();
        }
        return a.equals(b);
    }

    private static boolean lists(List<?> x, List<?> y) {
        if (x.size() != y.size()) {
            return false;
        }
        Iterator<?> other = y.iterator();
        for (Object item : x) {
            if (!of(item, other.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean maps(Map<?, ?> x, Map<?, ?> y) {
        if (x.size() != y.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : x.entrySet()) {
            if (!y.containsKey(entry.getKey()) || !of(entry.getValue(), y.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
