package decs.helm.kube.local;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.Discovery;
import decs.helm.kube.KubeObject;
import decs.helm.kube.LabelSelector;
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
import decs.template.language.Host;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A cluster inside the process. Everything happens under one lock, listeners are told on the writing thread: they must
 * not wait for anything.
 *
 * <pre>{@code
 * try (Cluster cluster = LocalCluster.inMemory(Host.system(), Simulation.instant())) { … }
 * }</pre>
 */
public final class LocalCluster implements Cluster {
    private static final ServerVersion VERSION = new ServerVersion("1", "35", "v1.35.4");

    private final ObjectTable table;
    private final LocalTypes types = new LocalTypes();
    private final ObjectWriter writer;
    private final ObjectRemover remover;
    private final Simulation simulation;
    private final Set<LocalWatch> watches = new LinkedHashSet<>();

    private LocalCluster(Host host, Simulation simulation, Optional<ObjectFolder> folder) {
        this.simulation = simulation;
        this.table = new ObjectTable(folder);
        this.writer = new ObjectWriter(table, types, host);
        this.remover = new ObjectRemover(table, host);
        types.define(table.of("apiextensions.k8s.io", "CustomResourceDefinition"));
        for (String name : List.of("default", "kube-system")) {
            if (find(ObjectRef.of("v1", "Namespace", name)).isEmpty()) {
                create(namespace(name), WriteOptions.by("local"));
            }
        }
    }

    private static KubeObject namespace(String name) {
        return KubeObject.of(Map.of("apiVersion", "v1", "kind", "Namespace")).with(name, "metadata", "name");
    }

    /** A cluster that is gone with the process. */
    public static LocalCluster inMemory(Host host, Simulation simulation) {
        return new LocalCluster(host, simulation, Optional.empty());
    }

    /** A cluster kept as YAML files below {@code folder}, release records included. */
    public static LocalCluster inFolder(Path folder, Host host, Simulation simulation) {
        return new LocalCluster(host, simulation, Optional.of(new ObjectFolder(folder)));
    }

    @Override
    public ServerVersion version() {
        return VERSION;
    }

    @Override
    public synchronized Discovery discovery(Freshness freshness) {
        return types.discovery();
    }

    @Override
    public synchronized KubeObject get(ObjectRef ref) {
        ResourceType type = types.resource(ref.apiVersion(), ref.kind());
        return inVersion(live(type, ref), type);
    }

    private KubeObject live(ResourceType type, ObjectRef ref) {
        requireNamespace(type, ref.namespace());
        return table.get(ObjectKey.of(type, ref.namespace(), ref.name()))
                .orElseThrow(() -> Refusal.notFound(type, ref.name()));
    }

    private static void requireNamespace(ResourceType type, String namespace) {
        if (type.namespaced() && namespace.isEmpty()) {
            throw Refusal.badRequest("an empty namespace may not be set when a resource name is provided");
        }
    }

    private static KubeObject inVersion(KubeObject object, ResourceType type) {
        return object.apiVersion().equals(type.apiVersion()) ? object : object.with(type.apiVersion(), "apiVersion");
    }

    @Override
    public synchronized ObjectList list(ListQuery query) {
        ResourceType type = types.resource(query.apiVersion(), query.kind());
        Predicate<KubeObject> wanted = filter(type, query);
        List<KubeObject> items = table.of(type.group(), type.kind()).stream()
                .filter(wanted)
                .map(object -> view(object, type, query))
                .toList();
        return new ObjectList(items, table.version());
    }

    private static KubeObject view(KubeObject object, ResourceType type, ListQuery query) {
        if (!query.metadataOnly()) {
            return inVersion(object, type);
        }
        return KubeObject.of(Map.of("metadata", object.map("metadata")))
                .with(type.apiVersion(), "apiVersion")
                .with(type.kind(), "kind");
    }

    private static Predicate<KubeObject> filter(ResourceType type, ListQuery query) {
        LabelSelector labels = LabelSelector.of(query.labels());
        FieldSelector fields = FieldSelector.of(query.fields());
        boolean anywhere = query.namespace().isEmpty() || !type.namespaced();
        return object -> object.kind().equals(type.kind())
                && ResourceType.groupOf(object.apiVersion()).equals(type.group())
                && (anywhere || object.namespace().equals(query.namespace()))
                && labels.matches(object.labels())
                && fields.matches(object);
    }

    @Override
    public synchronized KubeObject create(KubeObject object, WriteOptions options) {
        ResourceType type = types.resource(object.apiVersion(), object.kind());
        requireNamespace(type, object.namespace());
        return keep(type, writer.created(type, object, options), options);
    }

    @Override
    public synchronized KubeObject replace(KubeObject object, WriteOptions options) {
        ResourceType type = types.resource(object.apiVersion(), object.kind());
        KubeObject live = live(type, object.ref());
        return keep(type, writer.replaced(type, inVersion(live, type), object, options), options);
    }

    @Override
    public synchronized KubeObject patch(ObjectRef ref, Patch patch, WriteOptions options) {
        ResourceType type = types.resource(ref.apiVersion(), ref.kind());
        requireNamespace(type, ref.namespace());
        Optional<KubeObject> live = table.get(ObjectKey.of(type, ref.namespace(), ref.name()));
        if (live.isEmpty() && !(patch instanceof Patch.Apply)) {
            throw Refusal.notFound(type, ref.name());
        }
        return keep(
                type, writer.patched(type, ref, live.map(object -> inVersion(object, type)), patch, options), options);
    }

    /** Keeps a written object, unless nothing changed or it was a rehearsal, and lets the simulation react. */
    private KubeObject keep(ResourceType type, KubeObject written, WriteOptions options) {
        ObjectKey key = ObjectKey.of(type, written.namespace(), written.name());
        Optional<KubeObject> live = table.get(key);
        if (options.dryRun() || live.equals(Optional.of(written))) {
            return written;
        }
        if (written.deleting() && written.list("metadata", "finalizers").isEmpty()) {
            remover.finish(key).forEach(this::tell);
            return written;
        }
        tell(table.put(key, written));
        simulation.react(table.get(key).orElseThrow()).ifPresent(changed -> tell(table.put(key, changed)));
        return table.get(key).orElseThrow();
    }

    private void tell(ObjectTable.Change change) {
        KubeObject about = change.after().or(change::before).orElseThrow();
        if (about.kind().equals("CustomResourceDefinition")) {
            types.define(table.of("apiextensions.k8s.io", "CustomResourceDefinition"));
        }
        List.copyOf(watches).forEach(watch -> watch.tell(change));
    }

    /** Sets the status of an object, as a controller would. */
    public synchronized KubeObject report(ObjectRef ref, Map<String, Object> status) {
        ResourceType type = types.resource(ref.apiVersion(), ref.kind());
        KubeObject changed = live(type, ref).with(status, "status");
        tell(table.put(ObjectKey.of(type, ref.namespace(), ref.name()), changed));
        return get(ref);
    }

    @Override
    public synchronized void delete(ObjectRef ref, DeleteOptions options) {
        ResourceType type = types.resource(ref.apiVersion(), ref.kind());
        KubeObject live = live(type, ref);
        remover.remove(type, live, options).forEach(this::tell);
    }

    @Override
    public synchronized Watch watch(ListQuery query, String resourceVersion, Consumer<WatchEvent> listener) {
        ResourceType type = types.resource(query.apiVersion(), query.kind());
        LocalWatch watch = new LocalWatch(filter(type, query), listener, this::leave);
        try {
            table.since(resourceVersion).forEach(watch::tell);
        } catch (ClusterException e) {
            listener.accept(new WatchEvent.Ended(Optional.of(e)));
            return watch;
        }
        watches.add(watch);
        return watch;
    }

    private synchronized void leave(LocalWatch watch) {
        watches.remove(watch);
    }

    @Override
    public synchronized InputStream logs(LogQuery query) {
        get(new ObjectRef("v1", "Pod", query.namespace(), query.pod()));
        return new ByteArrayInputStream(new byte[0]); // nothing runs here
    }

    @Override
    public synchronized void close() {
        watches.clear();
    }
}
