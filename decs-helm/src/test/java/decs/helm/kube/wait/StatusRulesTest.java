package decs.helm.kube.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.helm.kube.KubeObject;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.template.language.Host;
import decs.template.yaml.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When objects are ready, against what kstatus 1.2.2 and Helm 3.22's ReadyChecker said of the same objects. */
final class StatusRulesTest {
    /** Helm 3 reads ReplicaSets here, whose counts differ from the Deployment's own; on a server they agree in time. */
    private static final Set<String> BY_REPLICA_SET = new TreeSet<>(List.of(
            "deployment: no replica set",
            "deployment: replica set not observed",
            "deployment: replica set of an older template",
            "deployment: replica set of another owner",
            "deployment: too few updated",
            "deployment: deadline set, exceeded, still in work",
            "deployment: too many replicas",
            "deployment: ready and available differ"));

    static Stream<KubeObject> cases() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                StatusRulesTest.class.getResourceAsStream("status.jsonl"), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> KubeObject.of(cast((Map<?, ?>) Json.read(line)))).toList().stream();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void helm4(KubeObject example) {
        String said = new Kstatus(Clock.systemUTC(), false)
                .compute(KubeObject.of(example.map("object")))
                .toString();
        assertEquals(example.text("helm4").orElse(said), said, () -> example.text("name")
                .orElse(""));
    }

    private static String legacy(KubeObject example, boolean jobs) {
        try (LocalCluster cluster = LocalCluster.inMemory(Host.system(), Simulation.NONE)) {
            cluster.create(
                    KubeObject.of(Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "ns"))),
                    WriteOptions.by("test"));
            for (Map<String, Object> other : example.maps("others")) {
                KubeObject made = cluster.create(KubeObject.of(other), WriteOptions.by("test"));
                cluster.report(made.ref(), KubeObject.of(other).map("status"));
            }
            try (Sight around = new WatchSet(cluster).look(List.of())) {
                ObjectStatus status = StatusRules.legacy(jobs).of(KubeObject.of(example.map("object")), around);
                return status.hasFailed() ? "error: " + status.message() : status.isCurrent() ? "ready" : "not ready";
            }
        }
    }

    @Test
    void helm3() throws IOException {
        Set<String> differing = new TreeSet<>();
        cases().forEach(example -> {
            String name = example.text("name").orElse("");
            String said = legacy(example, false);
            if (!example.text("helm3").orElse(said).equals(said)) {
                differing.add(name);
            }
            String jobs = legacy(example, true);
            if (!example.text("helm3-jobs").orElse(jobs).equals(jobs)) {
                differing.add(name + " (--wait-for-jobs)");
            }
        });
        assertEquals(BY_REPLICA_SET, differing);
    }
}
