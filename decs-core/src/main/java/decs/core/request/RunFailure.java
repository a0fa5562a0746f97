package decs.core.request;

import decs.template.source.DecsException;
import java.util.List;

/** Several things failed in one run; the message is helmfile's, which tells of all only where it numbers them. */
public final class RunFailure extends DecsException {
    private static final long serialVersionUID = 1L;

    private final transient List<DecsException> parts;

    public RunFailure(String message, List<DecsException> parts) {
        super(message, parts.stream().flatMap(part -> part.problems().stream()).toList(), parts.get(0));
        this.parts = List.copyOf(parts);
    }

    public List<DecsException> parts() {
        return parts;
    }

    /** The failures that {@code failure} is about, each a {@link ReleaseFailure} where it is one. */
    public static List<DecsException> partsOf(DecsException failure) {
        if (failure instanceof RunFailure run) {
            return run.parts().stream().flatMap(part -> partsOf(part).stream()).toList();
        }
        if (failure instanceof ReleaseFailure) {
            return List.of(failure);
        }
        if (failure.getCause() instanceof DecsException cause) {
            List<DecsException> inner = partsOf(cause);
            if (inner.stream().anyMatch(ReleaseFailure.class::isInstance)) {
                return inner;
            }
        }
        return List.of(failure);
    }
}
