package decs.testing.report;

import decs.testing.run.CaseResult;

/** What is wrong with a test, as people read it. */
public final class Failures {
    private Failures() {}

    /** The test's error, or its failed assertions, in lines. */
    public static String text(CaseResult test) {
        StringBuilder text = new StringBuilder(test.error().orElse(""));
        for (CaseResult.Failure failure : test.failures()) {
            text.append('\n').append(Told.title(failure));
            failure.lines().forEach(line -> text.append("\n\t").append(line));
        }
        return text.toString().strip();
    }
}
