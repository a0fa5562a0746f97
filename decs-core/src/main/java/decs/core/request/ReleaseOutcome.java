package decs.core.request;

import decs.template.source.DecsException;
import java.time.Duration;
import java.util.Objects;

/** What became of a release in a run that changes things. */
public sealed interface ReleaseOutcome {
    ReleaseRef release();

    /** It was not there before. */
    record Installed(ReleaseRef release, int revision, String chartVersion, Duration duration)
            implements ReleaseOutcome {}

    /** It has a new revision. */
    record Upgraded(ReleaseRef release, int revision, String chartVersion, Duration duration)
            implements ReleaseOutcome {}

    /**
     * Nothing differs, so nothing was written.
     *
     * @param status the state in which the release is left; worth a word when it is not {@code deployed}
     */
    record Unchanged(ReleaseRef release, int revision, String status) implements ReleaseOutcome {
        /** Whether the last revision failed or was broken off, so that nobody knows what the cluster holds. */
        public boolean needsRepair() {
            return status.equals("failed") || status.startsWith("pending");
        }
    }

    /** It was there and is gone. */
    record Removed(ReleaseRef release, Duration duration) implements ReleaseOutcome {}

    /**
     * It was not tried: it was not there to be removed, or something that it needs failed.
     *
     * @param failedNeed whether the latter
     */
    record Skipped(ReleaseRef release, String reason, boolean failedNeed) implements ReleaseOutcome {}

    /** Where a release failed. */
    enum FailedAt {
        START,
        HOOK,
        DEPLOYMENT,
        REMOVAL
    }

    /** It failed. */
    record Failed(ReleaseRef release, FailedAt at, DecsException cause, Duration duration) implements ReleaseOutcome {
        public Failed {
            Objects.requireNonNull(cause, "cause");
        }
    }
}
