package decs.core.request;

import java.util.Objects;

/** Looks for what is wrong with the releases' charts, with the releases' values. */
public record LintRequest(Target target, RunOptions options) {
    public LintRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
    }

    public static LintRequest of(Target target) {
        return new LintRequest(target, RunOptions.defaults());
    }
}
