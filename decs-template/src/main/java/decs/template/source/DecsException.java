package decs.template.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The root of everything that decs throws: one or more {@link Problem}s. {@link #getMessage()} is the real tool's
 * wording where there is one (it must match to the byte); {@link ProblemPrinter} gives the long form.
 */
public class DecsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public DecsException(String message) {
        this(Problem.of(message));
    }

    public DecsException(String message, Throwable cause) {
        this(message, List.of(Problem.of(message)), cause);
    }

    public DecsException(Problem problem) {
        this(problem.message(), List.of(problem), null);
    }

    public DecsException(List<Problem> problems) {
        this(problems.stream().map(Problem::message).collect(Collectors.joining("\n")), problems, null);
    }

    /** An exception whose text is {@code message}, in the real tool's words, with its problems beside it. */
    public DecsException(String message, List<Problem> problems, Throwable cause) {
        super(message, cause);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
