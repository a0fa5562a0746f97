package decs.core.request;

import java.util.Objects;

/** Asks what the records say of releases. */
public record StatusRequest(Target target, RunOptions options) {
    public StatusRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
    }

    public static StatusRequest of(Target target) {
        return new StatusRequest(target, RunOptions.defaults());
    }
}
