package decs.helm.kube.wait;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The watches of a run, at most one for each kind and namespace however many wait for objects there. A watch is open
 * while somebody looks; one that ends is opened anew by those who wait. No thread is started for it.
 */
public final class WatchSet {
    private final Cluster cluster;
    private final Map<Scope, WatchedScope> scopes = new HashMap<>();
    private long changes;

    public WatchSet(Cluster cluster) {
        this.cluster = Objects.requireNonNull(cluster, "cluster");
    }

    /** All objects of a kind in a namespace; the namespace is empty for kinds that have none. */
    record Scope(String apiVersion, String kind, String namespace) {
        static Scope of(ObjectRef ref) {
            return new Scope(ref.apiVersion(), ref.kind(), ref.namespace());
        }
    }

    /**
     * Begins to look at objects.
     *
     * @param objects as they were last seen; of those without a resource version only the name is used
     */
    public Sight look(Collection<KubeObject> objects) {
        Map<Scope, List<KubeObject>> wanted = new LinkedHashMap<>();
        for (KubeObject object : objects) {
            wanted.computeIfAbsent(Scope.of(object.ref()), scope -> new ArrayList<>())
                    .add(object);
        }
        Sight sight = new Sight(this);
        try {
            wanted.forEach((scope, known) -> sight.add(join(scope, known)));
        } catch (ClusterException e) {
            sight.close();
            throw e;
        }
        return sight;
    }

    /** Waits for a moment, or until something has changed. */
    public void await(Duration moment) throws InterruptedException {
        await(changes(), System.nanoTime() + moment.toNanos());
    }

    /** Wakes all who wait, so that they look whether they should go on. */
    public synchronized void wake() {
        changes++;
        notifyAll();
    }

    WatchedScope join(Scope scope, List<KubeObject> known) {
        WatchedScope watched;
        synchronized (this) {
            watched = scopes.computeIfAbsent(scope, name -> new WatchedScope(cluster, name, this::wake));
            watched.users++;
        }
        try {
            watched.open(known);
        } catch (ClusterException e) {
            leave(watched);
            throw e;
        }
        return watched;
    }

    void leave(WatchedScope watched) {
        synchronized (this) {
            watched.users--;
            if (watched.users > 0) {
                return;
            }
            scopes.remove(watched.scope());
        }
        watched.close();
    }

    synchronized long changes() {
        return changes;
    }

    /** Waits until something has changed since {@code seen}, or until the time has come. */
    synchronized void await(long seen, long untilNanos) throws InterruptedException {
        while (changes == seen) {
            long millis = (untilNanos - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return;
            }
            wait(millis);
        }
    }
}
