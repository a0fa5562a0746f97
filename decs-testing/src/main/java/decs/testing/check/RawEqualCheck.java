package decs.testing.check;

import java.util.List;

/** {@code equalRaw}: the text of a file that is no YAML. */
final class RawEqualCheck implements Check {
    @Override
    public List<String> failures(Subject subject) {
        if (subject.documents().isEmpty()) {
            return subject.negative()
                    ? List.of()
                    : EqualCheck.failure(subject, "no manifest found", false).list();
        }
        Lines lines = new Lines();
        for (Object document : subject.documents()) {
            String actual = RawText.cleaned(RawText.of(document));
            boolean same = actual.equals(RawText.cleaned(subject.text("value")));
            if (same == subject.negative()) {
                lines.add(EqualCheck.failure(subject, Lines.shown(actual), false));
            }
        }
        return lines.list();
    }
}
