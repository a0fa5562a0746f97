package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.Patch;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.patch.ThreeWayMerge;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an upgrade would make of the live objects of a release: each patch is tried on the server and not kept. Mirrors:
 * helm-diff manifest.Generate.
 */
public final class LiveMerge {
    private static final List<String> SERVERS_METADATA =
            List.of("managedFields", "creationTimestamp", "generation", "resourceVersion", "uid");
    private static final List<String> SERVERS_ANNOTATIONS =
            List.of("meta.helm.sh/release-name", "meta.helm.sh/release-namespace", "deployment.kubernetes.io/revision");

    private final Cluster cluster;
    private final String namespace;
    private final boolean takesOwnership;

    /** @param takesOwnership whether live objects that the release did not have are merged, too */
    public LiveMerge(Cluster cluster, String namespace, boolean takesOwnership) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.takesOwnership = takesOwnership;
    }

    /**
     * Live objects before and after, without what only the server writes.
     *
     * @param before those of the chart that are there, and those that the chart no longer has as the release recorded them
     * @param after those of the chart as they would be
     */
    public record Result(List<KubeObject> before, List<KubeObject> after) {
        public Result {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * Compares the objects of the manifest {@code original}, of the release, and {@code target}, of the chart, with what
     * is live.
     *
     * @throws DecsException when the server would refuse one of them
     */
    public Result of(String original, String target) {
        ManifestObjects reader = new ManifestObjects(cluster, namespace);
        List<ManifestObject> had = reader.build(original);
        List<ManifestObject> wanted = reader.build(target);
        List<KubeObject> before = new ArrayList<>();
        List<KubeObject> after = new ArrayList<>();
        for (ManifestObject object : wanted) {
            Optional<KubeObject> live = cluster.find(object.ref());
            if (live.isEmpty()) {
                after.add(object.object());
                continue;
            }
            KubeObject base = had.stream()
                    .filter(object::isSame)
                    .findFirst()
                    .map(ManifestObject::object)
                    .or(() -> takesOwnership ? live : Optional.empty())
                    .orElseThrow(() -> new ReleaseException("could not find \"" + object.name() + "\""));
            before.add(tidy(live.get()));
            after.add(tidy(tried(base, object, live.get())));
        }
        had.stream()
                .filter(object -> wanted.stream().noneMatch(object::isSame))
                .forEach(object -> before.add(object.object()));
        return new Result(before, after);
    }

    private KubeObject tried(KubeObject base, ManifestObject target, KubeObject live) {
        Patch patch = ThreeWayMerge.of(base, target.object(), live);
        try {
            return cluster.patch(target.ref(), patch, WriteOptions.by("helm").withDryRun());
        } catch (ClusterException refused) {
            throw new Refusal(cluster, target, refused)
                    .within("cannot patch \"" + target.name() + "\" with kind " + target.kind() + ": ");
        }
    }

    private static KubeObject tidy(KubeObject object) {
        KubeObject result = object.without("status");
        for (String field : SERVERS_METADATA) {
            result = result.without("metadata", field);
        }
        Map<String, String> annotations = new TreeMap<>(result.annotations());
        if (annotations.keySet().removeAll(SERVERS_ANNOTATIONS)) {
            result = annotations.isEmpty()
                    ? result.without("metadata", "annotations")
                    : result.with(annotations, "metadata", "annotations");
        }
        return result;
    }
}
