package decs.core.request;

import java.util.Objects;

/**
 * Brings releases to what the spec says: all of them, whether they differ or not.
 *
 * <pre>{@code
 * SyncReport report = decs.sync(SyncRequest.of(Target.of(folder).withEnvironment("prod")), RunListener.NONE);
 * }</pre>
 *
 * @param diff how the comparison is made that an interactive run shows before it asks
 */
public record SyncRequest(Target target, RunOptions options, Deployment deployment, DiffOptions diff) {
    public SyncRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(deployment, "deployment");
        Objects.requireNonNull(diff, "diff");
    }

    public static SyncRequest of(Target target) {
        return new SyncRequest(target, RunOptions.defaults(), Deployment.defaults(), DiffOptions.defaults());
    }

    public SyncRequest withOptions(RunOptions options) {
        return new SyncRequest(target, options, deployment, diff);
    }

    public SyncRequest withDeployment(Deployment deployment) {
        return new SyncRequest(target, options, deployment, diff);
    }
}
