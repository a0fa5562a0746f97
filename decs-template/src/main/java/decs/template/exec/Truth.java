package decs.template.exec;

import decs.template.gofmt.GoComplex;
import java.util.Collection;
import java.util.Map;

/** Which values count as true. Mirrors: text/template IsTrue. */
final class Truth {
    private Truth() {}

    static boolean of(Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof Number number) {
            boolean floating = number instanceof Double || number instanceof Float;
            return floating ? number.doubleValue() != 0 : number.longValue() != 0;
        }
        if (value instanceof Collection<?> items) {
            return !items.isEmpty();
        }
        if (value instanceof byte[] bytes) {
            return bytes.length > 0;
        }
        return !(value instanceof GoComplex complex) || complex.real() != 0 || complex.imaginary() != 0;
    }
}
