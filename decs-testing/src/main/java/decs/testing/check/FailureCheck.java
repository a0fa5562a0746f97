package decs.testing.check;

import decs.template.language.FunctionException;
import decs.template.sprig.GoRegex;
import java.util.List;
import java.util.regex.Pattern;

/** {@code failedTemplate}: nothing can be rendered, and the message says why. */
final class FailureCheck implements Check {
    private static final Pattern SIGNS = Pattern.compile("[\\[\\](){}.*+?^$|\\\\]");

    @Override
    public List<String> failures(Subject subject) {
        String message = subject.text("errorMessage");
        String pattern = subject.text("errorPattern");
        if (!message.isEmpty() && !pattern.isEmpty()) {
            return new Lines()
                    .error("single attribute 'errorMessage' or 'errorPattern' supported at the same time")
                    .list();
        }
        if (subject.failure().isEmpty()) {
            return rendered(subject);
        }
        String actual = subject.failure().get().text();
        if (message.isEmpty() && pattern.isEmpty()) {
            return subject.negative() ? List.of("Error: Invalid rendering: " + actual) : List.of();
        }
        boolean fits = message.isEmpty() ? matches(pattern, actual) : actual.equals(message);
        if (fits != subject.negative()) {
            return List.of();
        }
        Lines lines = new Lines();
        if (!subject.failure().get().whole()) {
            lines.document(0);
        }
        lines.expected(subject, message.isEmpty() ? "to match" : "to equal")
                .text(message.isEmpty() ? pattern : message);
        return subject.negative() ? lines.list() : lines.actual(actual).list();
    }

    private static List<String> rendered(Subject subject) {
        if (subject.negative()) {
            return List.of();
        }
        return subject.all() == 0
                ? List.of("Error: rendered manifest is empty")
                : List.of("Error: Invalid rendering: %!s(<nil>)");
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
