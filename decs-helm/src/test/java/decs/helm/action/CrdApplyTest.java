package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.template.source.DecsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Definitions of kinds that are there already, with and without {@code --crds=apply}. */
final class CrdApplyTest {
    private static final ObjectRef WIDGETS =
            ObjectRef.of("apiextensions.k8s.io/v1", "CustomResourceDefinition", "widgets.test.io");

    private final LocalCluster cluster = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());
    private final ReleaseContext context = Shop.context(cluster, HelmVersion.V4, Shop.host(Duration.ZERO));

    /** The test chart with a definition that has these versions; the last one is stored. */
    private static Chart chart(String... versions) {
        StringBuilder text = new StringBuilder("""
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.test.io}
            spec:
              group: test.io
              scope: Namespaced
              names: {kind: Widget, plural: widgets, singular: widget}
              versions:
            """);
        for (int i = 0; i < versions.length; i++) {
            text.append("  - {name: ").append(versions[i]).append(", served: true, storage: ");
            text.append(i == versions.length - 1).append(", schema: {openAPIV3Schema: {type: object}}}\n");
        }
        Chart shop = Shop.chart();
        List<ChartFile> files = new ArrayList<>(shop.files());
        files.add(new ChartFile("crds/widgets.yaml", text.toString().getBytes(StandardCharsets.UTF_8)));
        return new Chart(
                shop.metadata(),
                shop.lock(),
                shop.values(),
                shop.valuesSource(),
                shop.schema(),
                shop.modified(),
                shop.templates(),
                files,
                shop.subcharts());
    }

    private void release(Chart chart, Switch... switches) {
        ReleaseOptions options = ReleaseOptions.defaults();
        for (Switch each : switches) {
            options = options.with(each);
        }
        new Upgrade(context)
                .runOrInstall(
                        UpgradeRequest.of("shop", chart, Map.of("version", 1L)).withOptions(options));
    }

    private List<Object> versions() {
        return cluster.get(WIDGETS).maps("spec", "versions").stream()
                .map(version -> version.get("name"))
                .toList();
    }

    private void stored(String... versions) {
        KubeObject live = cluster.get(WIDGETS);
        cluster.report(
                WIDGETS,
                live.with(List.of(versions), "status", "storedVersions").map("status"));
    }

    @Test
    void theyStayAsTheyAreUnlessAskedFor() {
        release(chart("v1"));
        release(chart("v1", "v2"));
        assertEquals(List.of("v1"), versions());
    }

    @Test
    void theyAreUpgradedWhenAskedFor() {
        release(chart("v1"));
        stored("v1");
        release(chart("v1", "v2"), Switch.APPLY_CRDS);
        assertEquals(List.of("v1", "v2"), versions());
    }

    @Test
    void theyAreCreatedOnUpgradesWhenAskedFor() {
        release(Shop.chart());
        release(chart("v1"), Switch.APPLY_CRDS);
        assertEquals(List.of("v1"), versions());
    }

    @Test
    void aStoredVersionIsNotDropped() {
        release(chart("v1"));
        stored("v1");
        DecsException refused = assertThrows(DecsException.class, () -> release(chart("v2"), Switch.APPLY_CRDS));
        assertTrue(refused.getMessage().contains("objects are stored in version v1"), refused.getMessage());
        assertTrue(refused.problems().get(0).hint().orElse("").contains("storedVersions"));
        assertEquals(List.of("v1"), versions());
        assertEquals("{1=deployed}", Shop.records(context).toString(), "nothing was begun");
    }
}
