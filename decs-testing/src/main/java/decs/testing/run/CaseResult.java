package decs.testing.run;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a test.
 *
 * @param error why it could not be run
 * @param failures the assertions that do not hold
 */
public record CaseResult(
        String name, boolean skipped, Optional<String> error, List<Failure> failures, Duration duration) {
    public CaseResult {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(error, "error");
        failures = List.copyOf(failures);
        Objects.requireNonNull(duration, "duration");
    }

    static CaseResult skipped(String name) {
        return new CaseResult(name, true, Optional.empty(), List.of(), Duration.ZERO);
    }

    public boolean passed() {
        return error.isEmpty() && failures.isEmpty();
    }

    /**
     * An assertion that does not hold.
     *
     * @param index its place in the test, from 0
     * @param not whether it stands with {@code not}
     * @param lines what is wrong, to be printed
     */
    public record Failure(int index, String type, boolean not, List<String> lines) {
        public Failure {
            Objects.requireNonNull(type, "type");
            lines = List.copyOf(lines);
        }
    }
}
