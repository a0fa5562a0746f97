package decs.helm.kube.testing;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.Discovery;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.LogQuery;
import decs.helm.kube.ObjectList;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.Patch;
import decs.helm.kube.ResourceType;
import decs.helm.kube.ServerVersion;
import decs.helm.kube.Watch;
import decs.helm.kube.WatchEvent;
import decs.helm.kube.WriteOptions;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A cluster with a gate before every request: it counts them, and tests let it fail, wait or end there. */
public final class CountingCluster implements Cluster {
    private static final Set<String> WRITES = Set.of("create", "replace", "patch", "delete");

    private final Cluster cluster;
    private final List<String> requests = new ArrayList<>();
    private final List<Consumer<WatchEvent>> listeners = new ArrayList<>();
    private volatile Consumer<String> gate = request -> {};
    private volatile boolean listsForbidden;

    public CountingCluster(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Hears of every request before it is sent; what it throws is what the caller gets. */
    public void gate(Consumer<String> before) {
        gate = before;
    }

    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    public synchronized List<String> writes() {
        return requests.stream()
                .filter(request -> WRITES.contains(request.substring(0, request.indexOf(' '))))
                .toList();
    }

    public synchronized void forget() {
        requests.clear();
    }

    public void forbidLists() {
        listsForbidden = true;
    }

    public synchronized void endWatches() {
        listeners.forEach(listener -> listener.accept(new WatchEvent.Ended(Optional.empty())));
    }

    private <T> T send(String request, Supplier<T> work) {
        gate.accept(request);
        synchronized (this) {
            requests.add(request);
        }
        return work.get();
    }

    @Override
    public ServerVersion version() {
        return send("get version", cluster::version);
    }

    @Override
    public Discovery discovery(Freshness freshness) {
        return cluster.discovery(freshness);
    }

    @Override
    public ResourceType resource(String apiVersion, String kind) {
        return cluster.resource(apiVersion, kind);
    }

    @Override
    public KubeObject get(ObjectRef ref) {
        return send("get " + ref.kind(), () -> cluster.get(ref));
    }

    @Override
    public ObjectList list(ListQuery query) {
        if (listsForbidden) {
            throw new ClusterException(ClusterException.Reason.FORBIDDEN, 403, "lists are forbidden");
        }
        return send("list " + query.kind(), () -> cluster.list(query));
    }

    @Override
    public KubeObject create(KubeObject object, WriteOptions options) {
        return send("create " + object.kind(), () -> cluster.create(object, options));
    }

    @Override
    public KubeObject replace(KubeObject object, WriteOptions options) {
        return send("replace " + object.kind(), () -> cluster.replace(object, options));
    }

    @Override
    public KubeObject patch(ObjectRef ref, Patch patch, WriteOptions options) {
        return send("patch " + ref.kind(), () -> cluster.patch(ref, patch, options));
    }

    @Override
    public void delete(ObjectRef ref, DeleteOptions options) {
        send("delete " + ref.kind(), () -> {
            cluster.delete(ref, options);
            return ref;
        });
    }

    @Override
    public Watch watch(ListQuery query, String resourceVersion, Consumer<WatchEvent> listener) {
        return send("watch " + query.kind(), () -> {
            synchronized (this) {
                listeners.add(listener);
            }
            return cluster.watch(query, resourceVersion, listener);
        });
    }

    @Override
    public InputStream logs(LogQuery query) {
        return send("get log", () -> cluster.logs(query));
    }

    @Override
    public void close() {
        cluster.close();
    }
}
