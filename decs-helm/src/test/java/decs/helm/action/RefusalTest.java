package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.ClusterException;
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
            quoteCharacter = '`',
            value = {
                "failed calling webhook \"w.io\": no route | the webhook w.io, which has to agree to"
                        + " ConfigMap/default/theme, cannot be asked",
                "admission webhook \"w.io\" denied the request: no | the webhook w.io refuses ConfigMap/default/theme",
                "configmaps \"theme\" is forbidden | the account may not write ConfigMap/default/theme",
                "exceeded quota: q | ConfigMap/default/theme does not fit into the namespace's quota",
            })
    void refusalsAreExplained(String words, String explanation) {
        ObjectRef theme = new ObjectRef("v1", "ConfigMap", Shop.NAMESPACE, "theme");
        KubeObject object = KubeObject.of(Map.of("apiVersion", "v1", "kind", "ConfigMap"))
                .with("theme", "metadata", "name")
                .withNamespace(Shop.NAMESPACE);
        ManifestObject wanted = new ManifestObject(object, cluster.resource("v1", "ConfigMap"));
        ClusterException failure = new ClusterException(ClusterException.Reason.FORBIDDEN, 403, words);
        DecsException told = new Refusal(cluster, wanted, failure).within("");
        assertEquals(words, told.getMessage());
        assertEquals(explanation, told.problems().get(0).message());
        assertEquals(theme, wanted.ref());
    }

    @Test
    void recordsThatCannotBeReadAreNamedWhereNothingElseIsFound() {
        Shop.upgrade(context, 1);
        ObjectRef record = new ObjectRef("v1", "Secret", Shop.NAMESPACE, "sh.helm.release.v1.shop.v1");
        cluster.replace(cluster.get(record).with("aGVsbG8=", "data", "release"), WriteOptions.by("other"));
        DecsException none = assertThrows(DecsException.class, () -> new ReadReleases(context).history("shop", 5));
        assertEquals("release: not found", none.getMessage());
        String hint = none.problems().get(0).hint().orElseThrow();
        assertTrue(hint.contains("sh.helm.release.v1.shop.v1"), hint);
    }

    @Test
    void thereIsNothingToRollBackTo() {
        Shop.upgrade(context, 1);
        DecsException none = assertThrows(DecsException.class, () -> new Rollback(context)
                .run(new RollbackRequest("shop", 0, ReleaseOptions.defaults())));
        assertEquals("release has no 0 version", none.getMessage());
        assertEquals(
                "its only revision is 1: there is nothing to roll back to",
                none.problems().get(0).hint().orElseThrow());
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
