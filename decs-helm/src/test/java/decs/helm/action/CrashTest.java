package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.ClusterException;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.kube.testing.CountingCluster;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that is killed after any of its requests: the next run ends where it would have ended. */
final class CrashTest {
    private static final Duration LATER = Duration.ofMinutes(5);

    /** The end of the process, as far as the cluster can see it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final LocalCluster local = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());

    private static ReleaseContext later(LocalCluster cluster, HelmVersion version) {
        return Shop.context(cluster, version, Shop.host(LATER));
    }

    /** Runs {@code work} with its cluster until request {@code last} is done; whether it was killed. */
    private static boolean killed(LocalCluster cluster, HelmVersion version, int last, long upgradeTo) {
        CountingCluster counting = new CountingCluster(cluster);
        AtomicInteger sent = new AtomicInteger();
        counting.gate(request -> {
            if (sent.incrementAndGet() > last) {
                throw new Killed();
            }
        });
        try {
            Shop.upgrade(Shop.context(counting, version, Shop.host(Duration.ZERO)), upgradeTo);
            return false;
        } catch (Killed end) {
            return true;
        }
    }

    private static Map<String, Object> expected(HelmVersion version, List<Long> steps) {
        LocalCluster clean = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());
        steps.forEach(step -> Shop.upgrade(Shop.context(clean, version, Shop.host(Duration.ZERO)), step));
        return Shop.objects(clean);
    }

    @ParameterizedTest
    @EnumSource(HelmVersion.class)
    void installationsEndWhereTheyWouldHaveEnded(HelmVersion version) {
        assertTrue(converges(version, List.of(1L)) > 20);
    }

    @ParameterizedTest
    @EnumSource(HelmVersion.class)
    void upgradesEndWhereTheyWouldHaveEnded(HelmVersion version) {
        assertTrue(converges(version, List.of(1L, 2L)) > 30);
    }

    /** Kills the last step after request k, for every k; how many there are. */
    private static int converges(HelmVersion version, List<Long> steps) {
        Map<String, Object> expected = expected(version, steps);
        long last = steps.get(steps.size() - 1);
        for (int k = 0; ; k++) {
            LocalCluster cluster = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());
            steps.subList(0, steps.size() - 1)
                    .forEach(step -> Shop.upgrade(Shop.context(cluster, version, Shop.host(Duration.ZERO)), step));
            boolean killed = killed(cluster, version, k, last);
            ReleaseContext rerun = later(cluster, version);
            Shop.upgrade(rerun, last);
            String where = "killed after request " + k;
            assertEquals(expected, Shop.objects(cluster), where);
            Map<Integer, String> records = Shop.records(rerun);
            assertEquals(1, records.values().stream().filter("deployed"::equals).count(), () -> where + ": " + records);
            assertTrue(
                    records.values().stream().noneMatch(state -> state.startsWith("pending")), () -> where + records);
            if (!killed) {
                return k;
            }
        }
    }

    @Test
    void theRecordSaysWhoLeftIt() {
        Shop.upgrade(Shop.context(local, HelmVersion.V4, Shop.host(Duration.ZERO)), 1);
        killed(local, HelmVersion.V4, 12, 2);
        Shop.upgrade(later(local, HelmVersion.V4), 2);
        String said = Shop.revisions(later(local, HelmVersion.V4))
                .get(1)
                .release()
                .state()
                .description();
        assertTrue(
                said.startsWith(
                        "Upgrade \"shop\" failed: the run that began it ended before it was done: decs on builder"),
                said);
    }

    @Test
    void aRunThatLivesIsNamed() {
        Shop.upgrade(Shop.context(local, HelmVersion.V4, Shop.host(Duration.ZERO)), 1);
        killed(local, HelmVersion.V4, 12, 2);
        DecsException refused = assertThrows(
                DecsException.class,
                () -> Shop.upgrade(Shop.context(local, HelmVersion.V4, Shop.host(Duration.ofSeconds(20))), 2));
        assertEquals("another operation (install/upgrade/rollback) is in progress", refused.getMessage());
        String hint = refused.problems().get(0).hint().orElse("");
        assertTrue(hint.startsWith("it is done by decs on builder (process "), hint);
    }

    @Test
    void whatAnotherToolLeftIsRecoveredOnlyWhenAsked() {
        ReleaseContext first = Shop.context(local, HelmVersion.V4, Shop.host(Duration.ZERO));
        Shop.upgrade(first, 1);
        var last = Shop.revisions(first).get(0);
        first.store()
                .update(last, last.release().withStatus(decs.helm.release.ReleaseStatus.PENDING_UPGRADE, "by helm"));
        DecsException refused = assertThrows(DecsException.class, () -> Shop.upgrade(later(local, HelmVersion.V4), 2));
        assertTrue(refused.problems().get(0).hint().orElse("").contains("--recover"));
        Shop.upgrade(later(local, HelmVersion.V4), 2, Switch.RECOVER);
        assertEquals("{1=superseded, 2=deployed}", Shop.records(first).toString());
    }

    /** The server takes nothing any more from the moment that the record is to be brought to its end. */
    @Test
    void aRecordThatCouldNotBeEndedIsPutInOrderByTheNextRun() {
        Shop.upgrade(Shop.context(local, HelmVersion.V4, Shop.host(Duration.ZERO)), 1);
        CountingCluster counting = new CountingCluster(local);
        counting.gate(request -> {
            if (request.startsWith("replace Secret")) {
                throw new ClusterException(ClusterException.Reason.FORBIDDEN, 403, "not any more");
            }
        });
        assertThrows(
                DecsException.class,
                () -> Shop.upgrade(Shop.context(counting, HelmVersion.V4, Shop.host(Duration.ZERO)), 2));
        ReleaseContext rerun = later(local, HelmVersion.V4);
        assertEquals("{1=deployed, 2=pending-upgrade}", Shop.records(rerun).toString());
        Shop.upgrade(rerun, 2);
        assertEquals("{1=superseded, 2=failed, 3=deployed}", Shop.records(rerun).toString());
    }
}
