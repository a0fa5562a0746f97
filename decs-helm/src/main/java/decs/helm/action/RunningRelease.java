package decs.helm.action;

import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StoredRelease;
import java.util.function.UnaryOperator;

/** The record of the operation that is under way: changed step by step, each time compared with what was written last. */
final class RunningRelease {
    private final ReleaseHistory history;
    private StoredRelease stored;
    private Release release;

    RunningRelease(ReleaseHistory history, StoredRelease stored) {
        this.history = history;
        this.stored = stored;
        this.release = stored.release();
    }

    Release release() {
        return release;
    }

    ReleaseHistory history() {
        return history;
    }

    /** Changes the release without writing it. */
    void change(UnaryOperator<Release> change) {
        release = change.apply(release);
    }

    /** Writes the record. */
    void write() {
        stored = history.update(stored, release);
    }

    void finish(ReleaseStatus status, String description) {
        change(r -> r.withStatus(status, description));
        write();
    }
}
