package decs.testing.check;

import decs.template.language.FunctionException;
import decs.template.sprig.GoRegex;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code failedTemplate}: nothing can be rendered, and the message says why. */
final class FailureCheck implements Check {
    private static final Pattern SIGNS = Pattern.compile("[\\[\\](){}.*+?^$|\\\\]");

    @Override
    public List<String> failures(Subject subject) {
        boolean any = subject.text("errorMessage").isEmpty()
                && subject.text("errorPattern").isEmpty();
        if (!subject.text("errorMessage").isEmpty()
                && !subject.text("errorPattern").isEmpty()) {
            return new Lines()
                    .error("single attribute 'errorMessage' or 'errorPattern' supported at the same time")
                    .list();
        }
        if (subject.failure().isPresent()) {
            String actual = subject.failure().get();
            return any || fits(actual, subject)
                    ? List.of()
                    : told(actual, subject).list();
        }
        if (subject.documents().isEmpty()) {
            return subject.negative()
                    ? List.of()
                    : told("No failed document", subject).list();
        }
        Lines lines = new Lines();
        for (int index = 0; index < subject.documents().size() && !any; index++) {
            Object actual = subject.documents().get(index) instanceof Map<?, ?> document ? document.get("raw") : null;
            if (actual instanceof String text && !fits(text, subject)) {
                lines.document(index).add(told(text, subject));
            }
        }
        return lines.list();
    }

    private static boolean fits(String actual, Subject subject) {
        String message = subject.text("errorMessage");
        boolean same = message.isEmpty() ? matches(subject.text("errorPattern"), actual) : actual.equals(message);
        return same != subject.negative();
    }

    private static Lines told(String actual, Subject subject) {
        String message = subject.text("errorMessage");
        Lines lines = new Lines()
                .expected(subject, message.isEmpty() ? "to match" : "to equal")
                .text(message.isEmpty() ? subject.text("errorPattern") : message);
        return subject.negative() ? lines : lines.actual(actual);
    }

    /** A pattern that does not compile, or has signs and is not found, may have been meant as plain text. */
    private static boolean matches(String pattern, String text) {
        try {
            return GoRegex.compile(pattern).matches(text)
                    || (SIGNS.matcher(pattern).find() && text.contains(pattern));
        } catch (FunctionException bad) {
            return text.contains(pattern);
        }
    }
}
