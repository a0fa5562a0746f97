package decs.core.request;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs the test hooks of releases.
 *
 * @param logs whether what the tests logged is told
 * @param timeout for each test, over what the releases say
 */
public record TestRequest(Target target, RunOptions options, boolean logs, Optional<Duration> timeout) {
    public TestRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(timeout, "timeout");
    }

    public static TestRequest of(Target target) {
        return new TestRequest(target, RunOptions.defaults(), false, Optional.empty());
    }
}
