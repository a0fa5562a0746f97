package decs.testing.check;

import java.util.List;

/** {@code equal}: the value is this one. */
final class EqualCheck implements ValueCheck {
    @Override
    public Lines value(Object value, Subject subject) {
        Object actual = value;
        if (value instanceof String text) {
            if (subject.flag("decodeBase64")) {
                try {
                    text = RawText.decoded(text);
                } catch (IllegalArgumentException none) {
                    return new Lines().error("unable to decode base64 expected content " + text);
                }
            }
            actual = RawText.cleaned(text);
        }
        Object wanted = subject.parameters().get("value");
        Lines lines = new Lines();
        if (GoEquality.same(actual, cleaned(wanted)) != subject.negative()) {
            return lines;
        }
        return lines.add(failure(subject, Lines.shown(actual), true));
    }

    private static Object cleaned(Object wanted) {
        return wanted instanceof String text ? RawText.cleaned(text) : wanted;
    }

    @Override
    public Lines nothing(Subject subject) {
        return failure(subject, "no manifest found", true);
    }

    /** What was expected, what is there, and how they differ. */
    static Lines failure(Subject subject, String actual, boolean withPath) {
        Lines lines = new Lines();
        if (withPath) {
            lines.path(subject);
        }
        String wanted = Lines.shown(subject.parameters().get("value"));
        lines.expected(subject, "to equal").text(wanted);
        if (!subject.negative()) {
            List<String> diff = UnifiedDiff.of(wanted + "\n", actual + "\n");
            lines.actual(actual).title("Diff:").text(String.join("\n", diff));
        }
        return lines;
    }
}
