package decs.core.request;

import decs.template.source.DecsException;
import java.util.Objects;

/**
 * A release failed. The message is helmfile's, with the helm call that it would have made; {@link #reason()} is what
 * went wrong.
 */
public final class ReleaseFailure extends DecsException {
    private static final long serialVersionUID = 1L;

    private final transient ReleaseRef release;
    private final transient DecsException reason;

    public ReleaseFailure(ReleaseRef release, String message, DecsException reason) {
        super(message, reason.problems(), reason);
        this.release = Objects.requireNonNull(release, "release");
        this.reason = reason instanceof ReleaseFailure inner ? inner.reason() : reason;
    }

    public ReleaseRef release() {
        return release;
    }

    public DecsException reason() {
        return reason;
    }
}
