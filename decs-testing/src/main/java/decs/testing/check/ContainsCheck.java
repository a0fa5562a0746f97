package decs.testing.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** {@code contains}: the value is a list with this element. */
final class ContainsCheck implements ValueCheck {
    @Override
    public Lines value(Object value, Subject subject) {
        if (!(value instanceof List<?> list)) {
            return new Lines()
                    .error("expect '" + subject.text("path") + "' to be an array, got:\n" + Lines.shown(value));
        }
        long hits = list.stream().filter(element -> isMeant(element, subject)).count();
        if (subject.parameters().get("count") instanceof Number count) {
            boolean fits = hits > 0 && hits == count.longValue();
            if (fits != subject.negative()) {
                return new Lines();
            }
            return hits == 0
                    ? failure(subject, Lines.shown(value))
                    : new Lines()
                            .error("expect count " + count + " in '" + subject.text("path") + "' to be in array, got "
                                    + hits + ":\n" + Lines.shown(value));
        }
        return hits > 0 == subject.negative() ? failure(subject, Lines.shown(value)) : new Lines();
    }

    private static boolean isMeant(Object element, Subject subject) {
        Object content = subject.parameters().get("content");
        boolean partly = subject.flag("any") && content instanceof Map && element instanceof Map;
        return partly ? GoEquality.within((Map<?, ?>) content, (Map<?, ?>) element) : GoEquality.same(element, content);
    }

    @Override
    public Lines nothing(Subject subject) {
        return new Lines().document(0).add(failure(subject, "no manifest found"));
    }

    private static Lines failure(Subject subject, String actual) {
        Object content = Collections.singletonList(subject.parameters().get("content"));
        return new Lines()
                .path(subject)
                .expected(subject, "to contain")
                .text(Lines.shown(content))
                .actual(actual);
    }
}
