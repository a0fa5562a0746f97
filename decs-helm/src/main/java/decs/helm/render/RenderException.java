package decs.helm.render;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;

/**
 * A chart whose templates do not render to manifests. The message is Helm's, without the hint about {@code --debug} that
 * {@code helm template} adds to these failures and to no others.
 */
public final class RenderException extends DecsException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final int start;

    RenderException(String message, List<Problem> problems, Throwable cause) {
        this(message, problems, cause, "", 0);
    }

    private RenderException(String message, List<Problem> problems, Throwable cause, String path, int start) {
        super(message, problems, cause);
        this.path = path;
        this.start = start;
    }

    /** A document that is no YAML, in what {@code path} gave, where it begins at {@code start}. */
    static RenderException document(String path, int start, DecsException bad) {
        String message = "YAML parse error on " + path + ": " + bad.getMessage();
        return new RenderException(message, bad.problems(), bad, path, start);
    }

    /** The template whose text is wrong; empty when that is not what happened. */
    String path() {
        return path;
    }

    int start() {
        return start;
    }
}
