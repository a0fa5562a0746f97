package decs.testing.check;

import decs.template.language.FunctionException;
import decs.template.sprig.GoRegex;
import java.util.List;

/** {@code matchRegex}: the value is a text in which the pattern is found. */
final class RegexCheck implements ValueCheck {
    @Override
    public List<String> failures(Subject subject) {
        if (subject.text("pattern").isEmpty()) {
            return new Lines().error("expected field 'pattern' to be filled").list();
        }
        try {
            return ValueCheck.super.failures(subject);
        } catch (FunctionException bad) {
            return new Lines().error(bad.getMessage()).list();
        }
    }

    @Override
    public Lines value(Object value, Subject subject) {
        if (!(value instanceof String text)) {
            return new Lines()
                    .error("expect '" + subject.text("path") + "' to be a string, got:\n" + Lines.shown(value));
        }
        try {
            String actual = subject.flag("decodeBase64") ? RawText.decoded(text) : text;
            return GoRegex.compile(subject.text("pattern")).matches(actual) == subject.negative()
                    ? failure(subject, actual)
                    : new Lines();
        } catch (IllegalArgumentException none) {
            return new Lines().error("unable to decode base64 expected content " + text);
        }
    }

    @Override
    public Lines nothing(Subject subject) {
        return failure(subject, "no manifest found");
    }

    private static Lines failure(Subject subject, String actual) {
        return new Lines()
                .path(subject)
                .expected(subject, "to match")
                .text(subject.text("pattern"))
                .actual(actual);
    }
}
