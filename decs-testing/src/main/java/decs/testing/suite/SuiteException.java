package decs.testing.suite;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;

/** A suite that cannot be read or makes no sense. */
public final class SuiteException extends DecsException {
    private static final long serialVersionUID = 1L;

    public SuiteException(String message) {
        super(message, List.of(Problem.of(message)), null);
    }

    public SuiteException(String message, Problem problem) {
        super(message, List.of(problem), null);
    }
}
