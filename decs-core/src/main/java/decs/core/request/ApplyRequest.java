package decs.core.request;

import java.util.Objects;

/**
 * Brings those releases that differ to what the spec says; the others take no revision and no write.
 *
 * @param repair whether releases that do not differ, but whose last revision failed or was broken off, are released, too
 */
public record ApplyRequest(Target target, RunOptions options, Deployment deployment, DiffOptions diff, boolean repair) {
    public ApplyRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(deployment, "deployment");
        Objects.requireNonNull(diff, "diff");
    }

    public static ApplyRequest of(Target target) {
        return new ApplyRequest(target, RunOptions.defaults(), Deployment.defaults(), DiffOptions.defaults(), false);
    }

    public ApplyRequest withOptions(RunOptions options) {
        return new ApplyRequest(target, options, deployment, diff, repair);
    }

    public ApplyRequest withRepair(boolean repair) {
        return new ApplyRequest(target, options, deployment, diff, repair);
    }
}
