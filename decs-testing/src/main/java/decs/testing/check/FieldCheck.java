package decs.testing.check;

import decs.template.gofmt.GoFormat;
import java.util.List;
import java.util.Map;

/** {@code isKind} and {@code isAPIVersion}: a field at the top of each document. */
final class FieldCheck implements Check {
    private final String field;

    FieldCheck(String field) {
        this.field = field;
    }

    @Override
    public List<String> failures(Subject subject) {
        Lines lines = new Lines();
        if (subject.documents().isEmpty() && !subject.negative()) {
            return failure(subject, "no manifest found").list();
        }
        for (int index = 0; index < subject.documents().size(); index++) {
            Object actual = subject.documents().get(index) instanceof Map<?, ?> map ? map.get(field) : null;
            boolean fits = GoEquality.same(actual, subject.parameters().get("of"));
            if (fits == subject.negative()) {
                lines.document(index).add(failure(subject, GoFormat.value(actual)));
                if (subject.failFast()) {
                    break;
                }
            }
        }
        return lines.list();
    }

    private Lines failure(Subject subject, String actual) {
        Lines lines = new Lines().expected(subject, "to be " + field).text(subject.text("of"));
        return subject.negative() ? lines : lines.actual(actual);
    }
}
