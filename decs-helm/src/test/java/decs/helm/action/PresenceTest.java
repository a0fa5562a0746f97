package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.kube.testing.CountingCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run asks of a cluster before it writes, and what it need not ask. */
final class PresenceTest {
    private final CountingCluster cluster =
            new CountingCluster(LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant()));
    private final Presence presence = new Presence(cluster);

    private static ObjectRef map(String name) {
        return new ObjectRef("v1", "ConfigMap", "default", name);
    }

    private void create(String name) {
        KubeObject object = KubeObject.of(Map.of("apiVersion", "v1", "kind", "ConfigMap"))
                .with(name, "metadata", "name")
                .with("default", "metadata", "namespace");
        cluster.create(object, WriteOptions.by("test"));
    }

    private List<String> asked() {
        List<String> requests = cluster.requests();
        cluster.forget();
        return requests;
    }

    @Test
    void oneListAnswersForAllThatIsNotThere() {
        create("a");
        cluster.forget();
        assertTrue(presence.find(map("x")).isEmpty());
        assertEquals(1, asked().size());
        for (int i = 0; i < 9; i++) {
            assertTrue(presence.find(map("x" + i)).isEmpty());
        }
        List<String> requests = asked();
        assertEquals(1, requests.size(), requests.toString());
        assertTrue(requests.get(0).startsWith("list"), requests.toString());
        assertEquals("a", presence.find(map("a")).orElseThrow().name());
        assertEquals(1, asked().size());
    }

    @Test
    void whatTheRunWroteIsLookedAt() {
        presence.find(map("x"));
        presence.find(map("y"));
        create("b");
        assertTrue(presence.find(map("b")).isEmpty(), "somebody else wrote it a moment ago");
        presence.wrote(map("b"));
        assertFalse(presence.find(map("b")).isEmpty());
    }

    @Test
    void nothingIsReliedOnAfterOthersMayHaveWritten() {
        presence.find(map("x"));
        presence.find(map("y"));
        create("b");
        presence.forget();
        assertFalse(presence.find(map("b")).isEmpty());
    }

    @Test
    void whereListsAreForbiddenObjectsAreLookedAtOneByOne() {
        cluster.forbidLists();
        create("a");
        presence.find(map("x"));
        assertTrue(presence.find(map("y")).isEmpty());
        assertFalse(presence.find(map("a")).isEmpty());
    }

    @Test
    void anUpgradeLooksOnlyAtWhatIsNew() {
        ReleaseContext context = Shop.context(cluster, HelmVersion.V4, Shop.host(Duration.ZERO));
        UpgradeRequest request = UpgradeRequest.of("shop", Shop.chart(), Map.of("version", 1L));
        new Upgrade(context).runOrInstall(request);
        cluster.forget();
        new Upgrade(context)
                .runOrInstall(request.withOptions(ReleaseOptions.defaults().with(Switch.NO_HOOKS)));
        List<String> looks = asked().stream()
                .filter(each -> each.startsWith("get ") && !each.contains("version"))
                .toList();
        assertEquals(List.of(), looks);
    }

    @Test
    void anObjectOfAnotherReleaseIsRefusedInTheSameRun() {
        ReleaseContext context = Shop.context(cluster, HelmVersion.V4, Shop.host(Duration.ZERO));
        Map<String, Object> values = Map.of("version", 1L);
        new Upgrade(context).runOrInstall(UpgradeRequest.of("one", Shop.chart(), values));
        ReleaseException refused = assertThrows(
                ReleaseException.class, () -> new Install(context).run(InstallRequest.of("two", Shop.chart(), values)));
        assertTrue(refused.getMessage().contains("cannot be imported"), refused.getMessage());
    }
}
