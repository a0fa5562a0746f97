package decs.helm.action;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.kube.Cluster;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.ResourceType;
import decs.helm.release.Release;
import decs.helm.render.ChartRenderer;
import decs.helm.storage.KubeReleaseStore;
import decs.helm.storage.RecordKind;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StoredRelease;
import decs.template.language.Host;
import decs.template.language.Limits;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A release of twelve objects and three hooks, for tests of what happens when runs meet or die. */
final class Shop {
    static final String NAMESPACE = "default";
    private static final Chart CHART = load();
    private static final ChartRenderer RENDERER = new ChartRenderer();

    private Shop() {}

    static Chart chart() {
        return CHART;
    }

    private static Chart load() {
        try {
            Path folder =
                    Path.of(Shop.class.getResource("shop/Chart.yaml").toURI()).getParent();
            return new ChartLoader(HelmVersion.V4, Limits.defaults()).load(folder);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A clock that stands still, some time after the epoch. */
    static Host host(Duration later) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z").plus(later);
        return new Host(
                Clock.fixed(now, ZoneOffset.UTC), new SplittableRandom(1), Map.of("HOSTNAME", "builder"), name -> "");
    }

    static ReleaseContext context(Cluster cluster, HelmVersion version, Host host) {
        return context(cluster, NAMESPACE, version, host);
    }

    static ReleaseContext context(Cluster cluster, String namespace, HelmVersion version, Host host) {
        KubeReleaseStore store = new KubeReleaseStore(cluster, RecordKind.SECRET, namespace, version, host.clock());
        return new ReleaseContext(cluster, store, namespace, RENDERER, version, host, Notices.NONE);
    }

    static Release upgrade(ReleaseContext context, long version, Switch... switches) {
        ReleaseOptions options = ReleaseOptions.defaults()
                .withWait(context.helm3() ? WaitStrategy.LEGACY : WaitStrategy.WATCHER)
                .withTimeout(Duration.ofMinutes(3));
        for (Switch each : switches) {
            options = options.with(each);
        }
        return new Upgrade(context)
                .runOrInstall(UpgradeRequest.of("shop", CHART, Map.of("version", version))
                        .withOptions(options))
                .release();
    }

    /** The revisions with their states. */
    static Map<Integer, String> records(ReleaseContext context) {
        Map<Integer, String> states = new TreeMap<>();
        for (StoredRelease stored : ReleaseHistory.of(context.store(), "shop").all()) {
            states.put(stored.revision(), stored.release().status().text());
        }
        return states;
    }

    static List<StoredRelease> revisions(ReleaseContext context) {
        return ReleaseHistory.of(context.store(), "shop").all();
    }

    /** All objects but the records, without what differs from run to run. */
    static Map<String, Object> objects(Cluster cluster) {
        Map<String, Object> objects = new TreeMap<>();
        for (ResourceType type : cluster.discovery(Cluster.Freshness.KEPT).resources()) {
            for (KubeObject object :
                    cluster.list(ListQuery.of(type.apiVersion(), type.kind())).items()) {
                if (!object.name().startsWith("sh.helm.release")) {
                    objects.put(type.apiVersion() + " " + object.ref(), stable(object));
                }
            }
        }
        return objects;
    }

    static Object stable(KubeObject object) {
        return object.without("status")
                .without("metadata", "uid")
                .without("metadata", "resourceVersion")
                .without("metadata", "creationTimestamp")
                .without("metadata", "generation")
                .without("metadata", "managedFields")
                .without("spec", "clusterIP")
                .without("spec", "clusterIPs")
                .without("spec", "selector")
                .without("spec", "template", "metadata", "labels")
                .content();
    }
}
