package decs.testing.check;

import java.util.List;
import java.util.Map;

/** {@code isNullOrEmpty}: the value is null, or Go's zero of its type. */
final class EmptyCheck implements ValueCheck {
    @Override
    public Lines value(Object value, Subject subject) {
        return isEmpty(value) == subject.negative() ? failure(subject, Lines.shown(value)) : new Lines();
    }

    private static boolean isEmpty(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty();
        }
        if (value instanceof List<?> list) {
            return list.isEmpty();
        }
        return value == null
                || value.equals("")
                || Boolean.FALSE.equals(value)
                || (value instanceof Number number && number.doubleValue() == 0);
    }

    @Override
    public Lines nothing(Subject subject) {
        return failure(subject, "no manifest found");
    }

    private static Lines failure(Subject subject, String got) {
        return new Lines()
                .path(subject)
                .expected(subject, "to be null or empty, got")
                .text(got);
    }
}
