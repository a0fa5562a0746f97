package decs.helm.kube.wait;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.ObjectList;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.Watch;
import decs.helm.kube.WatchEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the objects of one kind in one namespace. It begins with what writers saw, without a list, where that
 * is enough; a watch that ended is followed by a list and a new watch.
 */
final class WatchedScope {
    private static final long POLL_NANOS = 2_000_000_000L;

    private final Cluster cluster;
    private final WatchSet.Scope scope;
    private final Runnable changed;
    private final Map<String, KubeObject> objects = new LinkedHashMap<>();
    /** Held while a watch is opened; never together with a call into the cluster's listeners. */
    private final Object opening = new Object();

    private final Reopening reopening = new Reopening();
    private final Map<String, String> removed = new LinkedHashMap<>();
    private String start = "";
    private String version = "";
    private boolean complete;
    private boolean lost = true;
    private boolean polled;
    private long polledAt;
    private Watch watch;
    private int generation;

    /** How many look; guarded by the set. */
    int users;

    WatchedScope(Cluster cluster, WatchSet.Scope scope, Runnable changed) {
        this.cluster = cluster;
        this.scope = scope;
        this.changed = changed;
    }

    WatchSet.Scope scope() {
        return scope;
    }

    /** Opens the watch unless it is open, and learns of {@code known}. */
    void open(List<KubeObject> known) {
        boolean seen =
                known.stream().allMatch(object -> object.resourceVersion().isPresent());
        synchronized (opening) {
            if (isLost()) {
                if (seen && !known.isEmpty() && !isComplete()) {
                    known.forEach(this::keepFresh);
                    watchFrom(known.stream()
                            .map(object -> object.resourceVersion().orElseThrow())
                            .reduce((a, b) -> Versions.isNewer(a, b) ? b : a)
                            .orElseThrow());
                } else {
                    listAndWatch();
                }
            }
        }
        for (KubeObject object : known) {
            if (!keep(object)) {
                cluster.find(object.ref()).ifPresent(this::keepFresh);
            }
        }
    }

    /** All objects of the kind, so that none is unknown. */
    void complete() {
        synchronized (opening) {
            if (!isComplete()) {
                closeWatch();
                listAndWatch();
            }
        }
    }

    /** Opens the watch again if it has ended, or asks again where watching is not allowed. */
    void refresh(List<ObjectRef> wanted) {
        if (isPolled()) {
            poll(wanted);
            return;
        }
        if (isLost()) {
            synchronized (opening) {
                if (isLost() && reopening.isDue(System.nanoTime())) {
                    listAndWatch();
                }
            }
        }
    }

    private void poll(List<ObjectRef> wanted) {
        synchronized (this) {
            if (System.nanoTime() - polledAt < POLL_NANOS) {
                return;
            }
            polledAt = System.nanoTime();
        }
        for (ObjectRef ref : wanted) {
            Optional<KubeObject> live = cluster.find(ref);
            synchronized (this) {
                live.ifPresentOrElse(object -> objects.put(ref.name(), object), () -> objects.remove(ref.name()));
            }
        }
        changed.run();
    }

    private void listAndWatch() {
        try {
            ObjectList list = cluster.list(query());
            synchronized (this) {
                objects.clear();
                removed.clear();
                list.items().forEach(object -> objects.put(object.name(), object));
                complete = true;
            }
            watchFrom(list.resourceVersion());
            changed.run();
        } catch (ClusterException e) {
            if (e.reason() != Reason.FORBIDDEN && e.reason() != Reason.METHOD_NOT_ALLOWED) {
                throw e;
            }
            synchronized (this) {
                polled = true; // the account may read single objects only
            }
        }
    }

    private void watchFrom(String from) {
        int mine;
        synchronized (this) {
            version = from;
            start = from;
            lost = false;
            mine = ++generation;
        }
        Watch opened = cluster.watch(query(), from, event -> hear(event, mine));
        synchronized (this) {
            watch = opened;
        }
    }

    private ListQuery query() {
        return ListQuery.of(scope.apiVersion(), scope.kind()).inNamespace(scope.namespace());
    }

    /** Hears of a change, on a thread of the cluster. */
    private void hear(WatchEvent event, int from) {
        synchronized (this) {
            if (from != generation) {
                return;
            }
            if (event instanceof WatchEvent.Added added) {
                put(added.object());
            } else if (event instanceof WatchEvent.Modified modified) {
                put(modified.object());
            } else if (event instanceof WatchEvent.Deleted deleted) {
                objects.remove(deleted.object().name());
                deleted.object().resourceVersion().ifPresent(seen -> {
                    version = seen;
                    removed.put(deleted.object().name(), seen);
                });
            } else if (event instanceof WatchEvent.Bookmark bookmark) {
                version = bookmark.resourceVersion();
                return;
            } else if (event instanceof WatchEvent.Ended ended) {
                lost = true;
                polled = ended.failure()
                        .filter(failure -> failure.reason() == Reason.FORBIDDEN)
                        .isPresent();
            }
        }
        changed.run();
    }

    private void put(KubeObject object) {
        objects.put(object.name(), object);
        object.resourceVersion().ifPresent(seen -> version = seen);
    }

    /**
     * Learns what a writer saw, unless the watch knows better already.
     *
     * @return false where neither can be relied on: the object has to be asked for
     */
    private synchronized boolean keep(KubeObject object) {
        Optional<String> seen = object.resourceVersion();
        KubeObject known = objects.get(object.name());
        if (known != null) {
            if (seen.isPresent()
                    && Versions.isNewer(seen.get(), known.resourceVersion().orElse(""))) {
                objects.put(object.name(), object);
            }
            return true;
        }
        if (complete && !polled) {
            if (seen.isPresent() && Versions.isNewer(seen.get(), version)) {
                objects.put(object.name(), object);
            }
            return true;
        }
        if (seen.isEmpty() || Versions.isNewer(start, seen.get())) {
            return false; // it may have changed before the watch began
        }
        keepFresh(object);
        return true;
    }

    /** Keeps what was read or written just now, unless the watch has told of something newer in the meantime. */
    private synchronized void keepFresh(KubeObject object) {
        String seen = object.resourceVersion().orElse("");
        String told = Optional.ofNullable(objects.get(object.name()))
                .flatMap(KubeObject::resourceVersion)
                .orElse(removed.getOrDefault(object.name(), ""));
        if (!Versions.isNewer(told, seen)) {
            objects.put(object.name(), object);
        }
    }

    synchronized Optional<KubeObject> find(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    synchronized List<KubeObject> all() {
        return List.copyOf(objects.values());
    }

    private synchronized boolean isComplete() {
        return complete && !lost;
    }

    private synchronized boolean isLost() {
        return lost && !polled;
    }

    private synchronized boolean isPolled() {
        return polled;
    }

    private void closeWatch() {
        Watch open;
        synchronized (this) {
            generation++;
            open = watch;
            watch = null;
            lost = true;
        }
        if (open != null) {
            open.close();
        }
    }

    void close() {
        closeWatch();
    }
}
