package decs.core.request;

import java.util.Objects;

/**
 * Runs the unit tests of the releases' charts with the releases' values.
 *
 * @param failFast whether the first failure ends a chart's tests
 */
public record UnitTestRequest(Target target, RunOptions options, boolean failFast) {
    public UnitTestRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
    }

    public static UnitTestRequest of(Target target) {
        return new UnitTestRequest(target, RunOptions.defaults(), false);
    }
}
