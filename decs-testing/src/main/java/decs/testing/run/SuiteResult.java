package decs.testing.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a suite.
 *
 * @param path of its file, from the chart's path on
 * @param error why it could not be run
 * @param snapshots how many snapshots were compared, {@code changed} how many of them differ
 */
public record SuiteResult(
        String name, String path, Optional<String> error, List<CaseResult> cases, int snapshots, int changed) {
    public SuiteResult {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(error, "error");
        cases = List.copyOf(cases);
    }

    static SuiteResult broken(String name, String path, String error) {
        return new SuiteResult(name, path, Optional.of(error), List.of(), 0, 0);
    }

    public boolean passed() {
        return error.isEmpty() && cases.stream().allMatch(CaseResult::passed);
    }

    /** Whether none of its tests was run. */
    public boolean skipped() {
        return error.isEmpty() && !cases.isEmpty() && cases.stream().allMatch(CaseResult::skipped);
    }
}
