package decs.core.request;

import java.util.Objects;

/**
 * Compares what the spec says with what is released; changes nothing.
 *
 * @param detailed whether the caller wants to know that something differs
 */
public record DiffRequest(
        Target target, RunOptions options, Deployment deployment, DiffOptions diff, boolean detailed) {
    public DiffRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(deployment, "deployment");
        Objects.requireNonNull(diff, "diff");
    }

    public static DiffRequest of(Target target) {
        return new DiffRequest(target, RunOptions.defaults(), Deployment.defaults(), DiffOptions.defaults(), false);
    }

    public DiffRequest withOptions(RunOptions options) {
        return new DiffRequest(target, options, deployment, diff, detailed);
    }
}
