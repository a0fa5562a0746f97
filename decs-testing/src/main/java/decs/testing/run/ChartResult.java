package decs.testing.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of the suites of a chart.
 *
 * @param path as it was given
 * @param error why nothing was run
 * @param unread files that are no suites
 */
public record ChartResult(
        String name, String path, Optional<String> error, List<SuiteResult> unread, List<SuiteResult> suites) {
    public ChartResult {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(error, "error");
        unread = List.copyOf(unread);
        suites = List.copyOf(suites);
    }

    public boolean passed() {
        return error.isEmpty() && suites.stream().allMatch(SuiteResult::passed);
    }
}
