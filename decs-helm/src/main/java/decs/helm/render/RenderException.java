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

    RenderException(String message, List<Problem> problems, Throwable cause) {
        super(message, problems, cause);
    }
}
