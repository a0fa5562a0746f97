package decs.core.request;

import java.util.Objects;

/**
 * Brings releases to what the spec says: all of them, whether they differ or not.
 *
 * <pre>{@code
 * SyncReport report = decs.sync(SyncRequest.of(Target.of(folder).withEnvironment("prod")), RunListener.NONE);
 * }</pre>
 */
public record SyncRequest(Target target, RunOptions options, Deployment deployment) {
    public SyncRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(deployment, "deployment");
    }

    public static SyncRequest of(Target target) {
        return new SyncRequest(target, RunOptions.defaults(), Deployment.defaults());
    }

    public SyncRequest withOptions(RunOptions options) {
        return new SyncRequest(target, options, deployment);
    }

    public SyncRequest withDeployment(Deployment deployment) {
        return new SyncRequest(target, options, deployment);
    }
}
