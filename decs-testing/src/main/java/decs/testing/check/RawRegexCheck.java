package decs.testing.check;

import decs.template.language.FunctionException;
import decs.template.sprig.GoRegex;
import java.util.List;

/** {@code matchRegexRaw}: the pattern is found in the text of a file that is no YAML. */
final class RawRegexCheck implements Check {
    @Override
    public List<String> failures(Subject subject) {
        String pattern = subject.text("pattern");
        if (pattern.isEmpty()) {
            return new Lines().error("expected field 'pattern' to be filled").list();
        }
        if (subject.documents().isEmpty()) {
            return subject.negative()
                    ? List.of()
                    : failure(subject, "no manifest found").list();
        }
        Lines lines = new Lines();
        try {
            GoRegex regex = GoRegex.compile(pattern);
            for (Object document : subject.documents()) {
                String actual = RawText.cleaned(RawText.of(document));
                if (regex.matches(actual) == subject.negative()) {
                    lines.add(failure(subject, actual));
                }
            }
        } catch (FunctionException bad) {
            lines.error(bad.getMessage());
        }
        return lines.list();
    }

    private static Lines failure(Subject subject, String actual) {
        return new Lines()
                .expected(subject, "to match")
                .text(subject.text("pattern"))
                .actual(actual);
    }
}
