package decs.testing.check;

import java.util.List;

/** {@code hasDocuments}: how many documents the template gave, or with {@code filterAware} how many are looked at. */
final class CountCheck implements Check {
    @Override
    public List<String> failures(Subject subject) {
        int actual = subject.flag("filterAware") ? subject.documents().size() : subject.all();
        boolean fits = subject.parameters().get("count") instanceof Number count && count.intValue() == actual;
        Lines lines = new Lines();
        if (fits == subject.negative()) {
            lines.expected(subject, "documents count to be").text(subject.text("count"));
            if (!subject.negative()) {
                lines.actual(String.valueOf(actual));
            }
        }
        return lines.list();
    }
}
