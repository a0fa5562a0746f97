package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.Patch;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of an object that the cluster refused. */
final class RefusalTest {
    private final LocalCluster cluster = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());
    private final ReleaseContext context = Shop.context(cluster, HelmVersion.V4, Shop.host(Duration.ZERO));

    @Test
    void conflictsNameFieldOwnerAndBothValues() {
        Shop.upgrade(context, 1);
        ObjectRef theme = new ObjectRef("v1", "ConfigMap", Shop.NAMESPACE, "theme");
        KubeObject theirs = KubeObject.of(Map.of("apiVersion", "v1", "kind", "ConfigMap"))
                .with("theme", "metadata", "name")
                .withNamespace(Shop.NAMESPACE)
                .with("9", "data", "version");
        cluster.patch(theme, new Patch.Apply(theirs, true), WriteOptions.by("other"));
        DecsException refused = assertThrows(DecsException.class, () -> Shop.upgrade(context, 2));
        Problem problem = refused.problems().get(0);
        assertEquals(
                ".data.version of ConfigMap/default/theme belongs to \"other\", who set it to \"9\"; the chart wants"
                        + " \"2\"",
                problem.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".spec.containers[name=\"web\"].image | \"a:1\"",
                "spec.containers[1].image | \"b:2\"",
                ".spec.containers[name=\"none\"].image | nothing",
                ".spec.ports[port=80,protocol=\"TCP\"].name | \"http\"",
                "spec.containers[7] | nothing",
                "metadata.name | \"x\""
            })
    void fieldsAreFoundAsServersNameThem(String path, String value) {
        KubeObject object = KubeObject.of(Map.of(
                "metadata",
                Map.of("name", "x"),
                "spec",
                Map.of(
                        "containers",
                        java.util.List.of(Map.of("name", "web", "image", "a:1"), Map.of("name", "log", "image", "b:2")),
                        "ports",
                        java.util.List.of(Map.of("port", 80, "protocol", "TCP", "name", "http")))));
        assertEquals(value, new FieldPath(path).shown(object));
    }
}
