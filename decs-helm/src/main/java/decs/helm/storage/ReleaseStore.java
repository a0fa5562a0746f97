package decs.helm.storage;

import decs.helm.release.Release;
import java.util.List;
import java.util.Optional;

/**
 * Where the records of releases are kept: those of one namespace, or of all for reading. Every change names the record as
 * it was seen, and is refused when someone else has changed the record since. Safe to call from many threads.
 */
public interface ReleaseStore {
    /** All revisions of a release that can be read, the oldest first; empty when there are none. */
    List<StoredRelease> history(String name);

    /** The records of a release that cannot be read, each with the reason. */
    default List<String> damaged(String name) {
        return List.of();
    }

    /** Every revision of every release that can be read, in no order. */
    List<StoredRelease> all();

    /** One revision; empty when there is none. */
    Optional<StoredRelease> find(String name, int revision);

    /**
     * Adds a record.
     *
     * @throws StorageException {@code EXISTS} when there is one of this name and revision, {@code TOO_LARGE} before anything
     *     is sent when no such record can be kept
     */
    StoredRelease create(Release release);

    /**
     * Puts {@code next} in place of the record {@code seen}.
     *
     * @throws StorageException {@code CHANGED} when the record is no longer what was seen
     */
    StoredRelease update(StoredRelease seen, Release next);

    /** Removes a record. */
    void delete(StoredRelease seen);
}
