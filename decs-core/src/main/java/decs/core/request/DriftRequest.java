package decs.core.request;

import decs.helm.action.DriftRules;
import java.util.Objects;

/**
 * Asks how far the live objects of releases are from what was released.
 *
 * @param ignored differences that are no drift
 */
public record DriftRequest(Target target, RunOptions options, DriftRules ignored) {
    public DriftRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(ignored, "ignored");
    }

    public static DriftRequest of(Target target) {
        return new DriftRequest(target, RunOptions.defaults(), DriftRules.none());
    }
}
