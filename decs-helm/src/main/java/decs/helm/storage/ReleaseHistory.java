package decs.helm.storage;

import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The revisions of one release, read once and then kept up to date with what is written through it. Mirrors:
 * storage.Storage.
 */
public final class ReleaseHistory {
    private final ReleaseStore store;
    private final String name;
    private final TreeMap<Integer, StoredRelease> revisions = new TreeMap<>();

    private ReleaseHistory(ReleaseStore store, String name) {
        this.store = Objects.requireNonNull(store, "store");
        this.name = Objects.requireNonNull(name, "name");
    }

    /** The history of {@code name}, possibly empty. */
    public static ReleaseHistory of(ReleaseStore store, String name) {
        ReleaseHistory history = new ReleaseHistory(store, name);
        store.history(name).forEach(stored -> history.revisions.put(stored.revision(), stored));
        return history;
    }

    /** Reads the revisions again. */
    public void reread(String name) {
        revisions.clear();
        store.history(name).forEach(stored -> revisions.put(stored.revision(), stored));
    }

    public boolean isEmpty() {
        return revisions.isEmpty();
    }

    /** All revisions, the oldest first. */
    public List<StoredRelease> all() {
        return List.copyOf(revisions.values());
    }

    /** The newest revision. */
    public Optional<StoredRelease> last() {
        return revisions.isEmpty()
                ? Optional.empty()
                : Optional.of(revisions.lastEntry().getValue());
    }

    /**
     * The newest revision.
     *
     * @throws StorageException {@code release: not found}
     */
    public StoredRelease lastOrThrow() {
        return last().orElseThrow(this::missing);
    }

    /** That there is no revision, or none that can be read: {@code release: not found}. */
    public StorageException missing() {
        return StorageException.notFound().because(store.damaged(name));
    }

    /** The same in the words of an upgrade. */
    public StorageException noDeployed() {
        return StorageException.noDeployedReleases(name).because(store.damaged(name));
    }

    public Optional<StoredRelease> find(int revision) {
        return Optional.ofNullable(revisions.get(revision));
    }

    /** The revisions that are deployed, the newest first: one, unless an operation was cut off. */
    public List<StoredRelease> deployed() {
        return revisions.descendingMap().values().stream()
                .filter(stored -> stored.release().status() == ReleaseStatus.DEPLOYED)
                .toList();
    }

    /** The newest revision in one of these states. */
    public Optional<StoredRelease> newest(List<ReleaseStatus> states) {
        return revisions.descendingMap().values().stream()
                .filter(stored -> states.contains(stored.release().status()))
                .findFirst();
    }

    /**
     * Adds a revision, after it has removed old ones so that no more than {@code most} remain; the deployed one is never
     * removed.
     *
     * @param most 0 for no limit
     */
    public StoredRelease create(Release release, int most) {
        if (most > 0) {
            prune(most - 1);
        }
        return keep(store.create(release));
    }

    public StoredRelease update(StoredRelease seen, Release next) {
        return keep(store.update(seen, next));
    }

    public void delete(StoredRelease seen) {
        store.delete(seen);
        revisions.remove(seen.revision());
    }

    private StoredRelease keep(StoredRelease stored) {
        revisions.put(stored.revision(), stored);
        return stored;
    }

    /** Mirrors: storage.removeLeastRecent. */
    private void prune(int most) {
        int excess = revisions.size() - most;
        if (excess <= 0) {
            return;
        }
        int spared =
                deployed().stream().findFirst().map(StoredRelease::revision).orElse(-1);
        List<StoredRelease> old = revisions.values().stream()
                .sorted(Comparator.comparingInt(StoredRelease::revision))
                .filter(stored -> stored.revision() != spared)
                .limit(excess)
                .toList();
        List<DecsException> failures = new ArrayList<>();
        for (StoredRelease stored : old) {
            try {
                delete(stored);
            } catch (StorageException e) {
                if (e.reason() != StorageException.Reason.NOT_FOUND) { // else someone else was faster
                    failures.add(e);
                }
            }
        }
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            DecsException first = failures.get(0);
            throw new DecsException(
                    "encountered " + failures.size() + " deletion errors. First is: " + first.getMessage(), first);
        }
    }
}
