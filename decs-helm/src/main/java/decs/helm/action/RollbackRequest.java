package decs.helm.action;

import java.util.Objects;

/**
 * What to roll back to.
 *
 * @param revision 0 for the one before the last
 */
public record RollbackRequest(String name, int revision, ReleaseOptions options) {
    public RollbackRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(options, "options");
    }
}
