package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.helm.kube.KubeObject;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a comparison with live objects sees. */
final class LiveMergeTest {
    private static final String HAD = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: shop}
        data: {old: "1", same: "1"}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: gone}
        """;
    private static final String WANTED = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: shop}
        data: {same: "1", added: "1"}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: fresh}
        """;

    private final LocalCluster cluster = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());

    private KubeObject live() {
        return KubeObject.of(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of("name", "shop", "namespace", "default", "annotations", Map.of("meta.helm.sh/release-name", "r")),
                "data",
                Map.of("old", "1", "same", "1", "byHand", "1")));
    }

    private static List<String> names(List<KubeObject> objects) {
        return objects.stream().map(KubeObject::name).toList();
    }

    @Test
    void whatOthersSetStaysAndNothingIsKept() {
        KubeObject before = cluster.create(live(), WriteOptions.by("kubectl"));
        LiveMerge.Result result = new LiveMerge(cluster, "default", false).of(HAD, WANTED);
        assertEquals(List.of("shop", "gone"), names(result.before()));
        assertEquals(List.of("shop", "fresh"), names(result.after()));
        assertEquals(
                Map.of("same", "1", "added", "1", "byHand", "1"),
                result.after().get(0).map("data"));
        assertEquals(
                Map.of("name", "shop", "namespace", "default"),
                result.before().get(0).map("metadata"));
        assertEquals(before, cluster.get(before.ref()));
    }

    @Test
    void whatTheReleaseDidNotHaveIsRefusedUnlessItIsTakenOver() {
        cluster.create(live(), WriteOptions.by("kubectl"));
        LiveMerge merge = new LiveMerge(cluster, "default", false);
        DecsException refused = assertThrows(DecsException.class, () -> merge.of("", WANTED));
        assertEquals("could not find \"shop\"", refused.getMessage());
        LiveMerge.Result taken = new LiveMerge(cluster, "default", true).of("", WANTED);
        assertEquals(List.of("shop", "fresh"), names(taken.after()));
    }
}
