package decs.core.kustomize;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;

/** A kustomization that cannot be built, or a patch that cannot be applied. */
public final class KustomizationException extends DecsException {
    private static final long serialVersionUID = 1L;

    KustomizationException(String message) {
        super(message);
    }

    KustomizationException(List<Problem> problems) {
        super(problems);
    }
}
