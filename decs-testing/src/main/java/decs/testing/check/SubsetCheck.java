package decs.testing.check;

import java.util.Map;

/** {@code isSubset}: the value is a mapping with these entries, each as a whole. */
final class SubsetCheck implements ValueCheck {
    @Override
    public Lines value(Object value, Subject subject) {
        if (!(value instanceof Map<?, ?> whole)) {
            return new Lines()
                    .error("expect '" + subject.text("path") + "' to be an object, got:\n" + Lines.shown(value));
        }
        boolean within =
                subject.parameters().get("content") instanceof Map<?, ?> part && GoEquality.within(part, whole);
        return within == subject.negative() ? failure(subject, Lines.shown(value)) : new Lines();
    }

    @Override
    public Lines nothing(Subject subject) {
        return failure(subject, "no manifest found");
    }

    private static Lines failure(Subject subject, String actual) {
        return new Lines()
                .path(subject)
                .expected(subject, "to contain")
                .text(Lines.shown(subject.parameters().get("content")))
                .actual(actual);
    }
}
