package decs.helm.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.kube.testing.CountingCluster;
import decs.template.language.Host;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Leases that are given back while somebody writes them. */
class LeaseReleaseTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Host HOST =
            new Host(CLOCK, new SplittableRandom(1), Map.of("HOSTNAME", "builder"), name -> "");

    private final CountingCluster cluster = new CountingCluster(LocalCluster.inMemory(HOST, Simulation.instant()));
    private final List<String> notices = new ArrayList<>();
    private final Leases leases =
            new Leases(cluster, Holder.ofProcess(HOST.environment(), CLOCK.instant()), CLOCK, notices::add);

    private List<KubeObject> left() {
        return cluster.list(ListQuery.of("coordination.k8s.io/v1", "Lease").inNamespace("default"))
                .items();
    }

    private void change(String... path) {
        KubeObject live = left().get(0);
        cluster.replace(live.with("somebody", path), WriteOptions.by("test"));
    }

    @Test
    void goesThoughItsVersionIsNewer() {
        leases.take("default", "web");
        change("metadata", "annotations", "seen-by");
        leases.release("default", "web");
        assertEquals(List.of(), left());
        assertEquals(List.of(), notices);
    }

    @Test
    void staysWhereItIsAnothersByNow() {
        leases.take("default", "web");
        change("spec", "holderIdentity");
        leases.release("default", "web");
        assertEquals(1, left().size());
    }

    @Test
    void goesAfterAConflictThatWasNone() {
        leases.take("default", "web");
        ObjectRef ref = left().get(0).ref();
        AtomicInteger refused = new AtomicInteger();
        cluster.gate(request -> {
            if (request.startsWith("delete") && refused.getAndIncrement() == 0) {
                throw new ClusterException(ClusterException.Reason.CONFLICT, 409, "a conflict about " + ref);
            }
        });
        leases.release("default", "web");
        assertEquals(List.of(), left());
    }
}
