package decs.core.request;

import decs.core.diff.ManifestDiff;
import decs.core.diff.ObjectKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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

    /** The newest record of a release. */
    public record LastRevision(int number, String status) {}

    /**
     * One release; a deletion has an empty comparison.
     *
     * @param objects what the release would define
     * @param last its newest record, where one was looked at
     */
    public record Entry(
            ReleaseRef release, Change change, ManifestDiff diff, Set<ObjectKey> objects, Optional<LastRevision> last) {
        public Entry {
            objects = Set.copyOf(objects);
            Objects.requireNonNull(release, "release");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(diff, "diff");
            Objects.requireNonNull(last, "last");
        }

        /** A release that is changed without a comparison. */
        public static Entry of(ReleaseRef release, Change change) {
            return new Entry(release, change, new ManifestDiff(List.of()), Set.of(), Optional.empty());
        }

        public Entry withChange(Change change) {
            return new Entry(release, change, diff, objects, last);
        }
    }

    public boolean changes() {
        return entries.stream().anyMatch(entry -> entry.change() != Change.NONE);
    }
}
