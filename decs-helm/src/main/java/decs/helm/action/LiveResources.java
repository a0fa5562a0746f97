package decs.helm.action;

import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.ObjectTable;
import decs.helm.release.Release;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The live objects of a release and the pods below them. Mirrors: action.Status, kube.Client.Get. */
public final class LiveResources {
    private static final String PODS = "v1/Pod(related)";

    private final ReleaseContext context;

    public LiveResources(ReleaseContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /** One kind's objects, as the server's own tables: by {@code version/Kind}. */
    public Map<String, List<ObjectTable>> tables(Release release) {
        Map<String, List<ObjectTable>> found = new TreeMap<>();
        visit(release, (key, query) -> {
            ObjectTable table = context.cluster().table(query);
            if (!table.rows().isEmpty()) {
                found.computeIfAbsent(key, k -> new ArrayList<>()).add(table);
            }
        });
        return found;
    }

    /** The objects whole, by {@code version/Kind}. */
    public Map<String, List<KubeObject>> objects(Release release) {
        Map<String, List<KubeObject>> found = new TreeMap<>();
        visit(release, (key, query) -> context.cluster().list(query).items().forEach(object -> found.computeIfAbsent(
                        key, k -> new ArrayList<>())
                .add(object)));
        return found;
    }

    /** Takes what to list. */
    @FunctionalInterface
    private interface Visitor {
        void visit(String key, ListQuery query);
    }

    private void visit(Release release, Visitor visitor) {
        Set<String> selectors = new HashSet<>();
        for (ManifestObject object :
                new ManifestObjects(context.cluster(), release.namespace()).build(release.manifest())) {
            ListQuery query =
                    ListQuery.of(object.object().apiVersion(), object.kind()).inNamespace(object.namespace());
            try {
                visitor.visit(
                        object.type().version() + "/" + object.kind(),
                        query.withFields("metadata.name=" + object.name()));
                Optional<String> pods = pods(object.object());
                if (pods.isPresent() && selectors.add(pods.get())) {
                    visitor.visit(
                            PODS,
                            ListQuery.of("v1", "Pod")
                                    .inNamespace(object.namespace())
                                    .withLabels(pods.get()));
                }
            } catch (ClusterException e) {
                if (e.reason() != ClusterException.Reason.NOT_FOUND) {
                    throw e;
                }
            }
        }
    }

    /** The selector of the pods that an object makes. */
    static Optional<String> pods(KubeObject object) {
        Object labels =
                switch (object.kind()) {
                    case "ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "Job" ->
                        object.at("spec", "selector", "matchLabels");
                    case "ReplicationController" -> object.at("spec", "selector");
                    default -> null;
                };
        if (!(labels instanceof Map<?, ?> map) || map.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(map.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .collect(Collectors.joining(",")));
    }
}
