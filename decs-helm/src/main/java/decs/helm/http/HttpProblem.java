package decs.helm.http;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;

/** A server that cannot be reached, or that answered something else than what was asked for. */
public final class HttpProblem extends DecsException {
    private static final long serialVersionUID = 1L;

    private final int status;

    HttpProblem(String message, String hint, int status, Throwable cause) {
        super(message, List.of(Problem.of(message).withHint(hint)), cause);
        this.status = status;
    }

    /** The status of the answer; 0 when there was none. */
    public int status() {
        return status;
    }
}
