package decs.template.sprig;

import decs.template.gofmt.GoComplex;
import java.util.Collection;
import java.util.Map;

/** What Sprig counts as nothing: nil, false, zero, and what has no length. */
final class Emptiness {
    private Emptiness() {}

    static boolean of(Object value) {
        if (value == null) {
            return true;
        }
        if (value instanceof String text) {
            return text.isEmpty();
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Double || value instanceof Float) {
            return ((Number) value).doubleValue() == 0;
        }
        if (value instanceof Number number) {
            return number.longValue() == 0;
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty();
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty();
        }
        return value instanceof byte[] bytes
                ? bytes.length == 0
                : value instanceof GoComplex number && number.real() == 0 && number.imaginary() == 0;
    }
}
