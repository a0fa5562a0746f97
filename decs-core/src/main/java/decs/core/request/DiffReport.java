package decs.core.request;

import decs.core.diff.ManifestDiff;
import java.util.List;
import java.util.Objects;

/** What would change, release by release, in the order of the plan. */
public record DiffReport(List<Entry> entries) {
    public DiffReport {
        entries = List.copyOf(entries);
    }

    /** What happens to a release. */
    public enum Change {
        NONE,
        UPDATED,
        DELETED
    }

    /** One release; a deletion has an empty comparison. */
    public record Entry(ReleaseRef release, Change change, ManifestDiff diff) {
        public Entry {
            Objects.requireNonNull(release, "release");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(diff, "diff");
        }
    }

    public boolean changes() {
        return entries.stream().anyMatch(entry -> entry.change() != Change.NONE);
    }
}
