package decs.helm.storage;

import decs.helm.kube.KubeObject;
import decs.helm.release.Release;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Records of one namespace kept in memory only: for dry runs without a cluster, and for tests. */
public final class MemoryReleaseStore implements ReleaseStore {
    private final Map<String, StoredRelease> records = new TreeMap<>();
    private final Clock clock;
    private long version;

    public MemoryReleaseStore(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public synchronized List<StoredRelease> history(String name) {
        return records.values().stream()
                .filter(stored -> stored.release().name().equals(name))
                .sorted(Comparator.comparingInt(StoredRelease::revision))
                .toList();
    }

    @Override
    public synchronized List<StoredRelease> all() {
        return new ArrayList<>(records.values());
    }

    @Override
    public synchronized Optional<StoredRelease> find(String name, int revision) {
        return Optional.ofNullable(records.get(Release.key(name, revision)));
    }

    @Override
    public synchronized StoredRelease create(Release release) {
        if (records.containsKey(release.key())) {
            throw StorageException.exists(null);
        }
        return put(release, "createdAt");
    }

    @Override
    public synchronized StoredRelease update(StoredRelease seen, Release next) {
        StoredRelease now = records.get(next.key());
        if (now == null) {
            throw StorageException.notFound();
        }
        if (!now.holder().resourceVersion().equals(seen.holder().resourceVersion())) {
            throw StorageException.changed(next.key(), null);
        }
        return put(next, "modifiedAt");
    }

    private StoredRelease put(Release release, String timeLabel) {
        Map<String, String> labels =
                SystemLabels.of(release, timeLabel, clock.instant().getEpochSecond());
        version++;
        KubeObject holder = KubeObject.of(Map.of())
                .with(release.key(), "metadata", "name")
                .with(labels, "metadata", "labels")
                .with(Long.toString(version), "metadata", "resourceVersion");
        StoredRelease stored = new StoredRelease(release.withLabels(labels), holder);
        records.put(release.key(), stored);
        return stored;
    }

    @Override
    public synchronized void delete(StoredRelease seen) {
        if (records.remove(seen.release().key()) == null) {
            throw StorageException.notFound();
        }
    }
}
