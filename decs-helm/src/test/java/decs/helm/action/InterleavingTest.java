package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.ListQuery;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.kube.testing.CountingCluster;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two runs on one release at the same time, their requests in an order that a seed decides: one wins, the other reports.
 * {@code -Ddecs.test.interleavings=10000} tries more orders.
 */
final class InterleavingTest {
    private static final int ORDERS = Integer.getInteger("decs.test.interleavings", 150);

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Lets one of two go on at a time, from request to request. */
    private static final class Schedule {
        private final Random random;
        private final List<Integer> ready = new ArrayList<>();
        private int running = 2;
        private int turn = -1;

        Schedule(long seed) {
            this.random = new Random(seed);
        }

        synchronized void request(int who) {
            ready.add(who);
            choose();
            while (turn != who) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new DecsException("interrupted", e);
                }
            }
            turn = -1;
            ready.remove(Integer.valueOf(who));
        }

        synchronized void done() {
            running--;
            choose();
        }

        private void choose() {
            if (ready.size() == running && running > 0 && turn < 0) {
                turn = ready.get(random.nextInt(ready.size()));
                notifyAll();
            }
        }
    }

    /** What came of a run: empty, or why it failed. */
    private String run(Schedule schedule, int who, LocalCluster cluster, HelmVersion version) {
        CountingCluster counting = new CountingCluster(cluster);
        counting.gate(request -> schedule.request(who));
        try {
            Shop.upgrade(Shop.context(counting, version, Shop.host(Duration.ZERO)), 2 + who);
            return "";
        } catch (DecsException refused) {
            return refused.getMessage();
        } finally {
            schedule.done();
        }
    }

    private List<String> both(long seed, LocalCluster cluster, HelmVersion version)
            throws InterruptedException, ExecutionException {
        Schedule schedule = new Schedule(seed);
        List<Future<String>> results = new ArrayList<>();
        for (int who = 0; who < 2; who++) {
            int mine = who;
            results.add(threads.submit(() -> run(schedule, mine, cluster, version)));
        }
        return List.of(results.get(0).get(), results.get(1).get());
    }

    @Test
    void oneWinsTheOtherReports() throws InterruptedException, ExecutionException {
        Map<String, Map<String, Object>> expected = new HashMap<>();
        Map<Integer, Integer> winners = new HashMap<>();
        for (int seed = 0; seed < ORDERS; seed++) {
            HelmVersion version = seed % 2 == 0 ? HelmVersion.V4 : HelmVersion.V3;
            boolean upgrade = seed % 4 < 2;
            LocalCluster cluster = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());
            ReleaseContext context = Shop.context(cluster, version, Shop.host(Duration.ZERO));
            if (upgrade) {
                Shop.upgrade(context, 1);
            }
            List<String> results = both(seed, cluster, version);
            String where = "seed " + seed + ": " + results + " " + Shop.records(context);
            assertTrue(results.contains(""), where);
            int won = results.stream()
                    .mapToInt(result -> result.isEmpty() ? 1 : 0)
                    .sum();
            winners.merge(won, 1, Integer::sum);
            assertEquals(
                    1,
                    Shop.records(context).values().stream()
                            .filter("deployed"::equals)
                            .count(),
                    where);
            assertFalse(Shop.records(context).values().stream().anyMatch(state -> state.startsWith("pending")), where);
            Object deployed = Shop.revisions(context).stream()
                    .filter(stored -> stored.release().status() == decs.helm.release.ReleaseStatus.DEPLOYED)
                    .findFirst()
                    .orElseThrow()
                    .release()
                    .config()
                    .get("version");
            assertEquals(
                    expected.computeIfAbsent(version + " " + deployed, key -> alone(version, deployed)),
                    Shop.objects(cluster),
                    where);
            assertTrue(
                    cluster.list(ListQuery.of("coordination.k8s.io/v1", "Lease"))
                            .items()
                            .isEmpty(),
                    where);
        }
        assertTrue(winners.getOrDefault(1, 0) > 0, () -> "no two runs met: " + winners);
    }

    private static Map<String, Object> alone(HelmVersion version, Object last) {
        LocalCluster clean = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());
        Shop.upgrade(
                Shop.context(clean, version, Shop.host(Duration.ZERO)),
                Double.valueOf(String.valueOf(last)).longValue());
        return Shop.objects(clean);
    }
}
