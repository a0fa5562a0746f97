package decs.helm.kube.local;

import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All objects of a local cluster with their one counter of versions, and the latest changes. Not for many threads. */
final class ObjectTable {
    private static final int CHANGES_KEPT = 4096;
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::group)
            .thenComparing(ObjectKey::kind)
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    /** One change; what was there before or is there after may be missing. */
    record Change(long version, Optional<KubeObject> before, Optional<KubeObject> after) {}

    private final Map<ObjectKey, KubeObject> objects = new TreeMap<>(ORDER);
    private final Deque<Change> changes = new ArrayDeque<>();
    private final Optional<ObjectFolder> folder;
    private long version;

    ObjectTable(Optional<ObjectFolder> folder) {
        this.folder = folder;
        folder.ifPresent(from -> from.load().forEach(object -> {
            objects.put(ObjectKey.of(object), object);
            version = Math.max(version, versionOf(object));
        }));
    }

    private static long versionOf(KubeObject object) {
        String text = object.resourceVersion().orElse("0");
        return text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() < 19 ? Long.parseLong(text) : 0;
    }

    Optional<KubeObject> get(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    Collection<KubeObject> all() {
        return new ArrayList<>(objects.values());
    }

    List<KubeObject> of(String group, String kind) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind)
                        && entry.getKey().group().equals(group))
                .map(Map.Entry::getValue)
                .toList();
    }

    String version() {
        return Long.toString(version);
    }

    /** Keeps the object under the next version; on disk first, so that what was answered is not lost. */
    Change put(ObjectKey key, KubeObject object) {
        KubeObject stamped = object.with(Long.toString(version + 1), "metadata", "resourceVersion");
        folder.ifPresent(into -> into.save(key, stamped));
        version++;
        return note(new Change(version, Optional.ofNullable(objects.put(key, stamped)), Optional.of(stamped)));
    }

    Change remove(ObjectKey key) {
        folder.ifPresent(from -> from.delete(key));
        version++;
        return note(new Change(version, Optional.ofNullable(objects.remove(key)), Optional.empty()));
    }

    private Change note(Change change) {
        changes.addLast(change);
        if (changes.size() > CHANGES_KEPT) {
            changes.removeFirst();
        }
        return change;
    }

    /** The changes after a version; too long ago is refused as a server does. */
    List<Change> since(String resourceVersion) {
        long from =
                resourceVersion.isEmpty() || resourceVersion.equals("0") ? version : Long.parseLong(resourceVersion);
        if (!changes.isEmpty() && changes.getFirst().version() > from + 1) {
            throw new ClusterException(
                    ClusterException.Reason.EXPIRED,
                    410,
                    "too old resource version: " + from + " ("
                            + changes.getFirst().version() + ")");
        }
        return changes.stream().filter(change -> change.version() > from).toList();
    }
}
