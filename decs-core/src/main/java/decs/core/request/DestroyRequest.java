package decs.core.request;

import java.util.Objects;

/**
 * Removes releases.
 *
 * @param cascade what becomes of objects that the releases' objects own; empty leaves it to the release
 */
public record DestroyRequest(Target target, RunOptions options, String cascade, boolean skipCharts) {
    public DestroyRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(cascade, "cascade");
    }

    public static DestroyRequest of(Target target) {
        return new DestroyRequest(target, RunOptions.defaults(), "", false);
    }

    public DestroyRequest withOptions(RunOptions options) {
        return new DestroyRequest(target, options, cascade, skipCharts);
    }
}
