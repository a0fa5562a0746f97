package decs.core.request;

import java.util.List;
import java.util.Objects;

/** What became of the releases of one state file, in the order of the plan; deletions first. */
public record FileReport(String file, List<ReleaseOutcome> outcomes) {
    public FileReport {
        Objects.requireNonNull(file, "file");
        outcomes = List.copyOf(outcomes);
    }
}
