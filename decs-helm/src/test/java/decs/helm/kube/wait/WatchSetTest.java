package decs.helm.kube.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.kube.Cluster;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.kube.testing.CountingCluster;
import decs.template.language.Host;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One watch for all who look at a kind in a namespace; what ends is opened anew. */
final class WatchSetTest {
    private final LocalCluster local = LocalCluster.inMemory(Host.system(), Simulation.NONE);
    private final CountingCluster cluster = new CountingCluster(local);
    private final WatchSet watches = new WatchSet(cluster);

    private KubeObject config(String name) {
        return local.create(
                KubeObject.of(Map.of("apiVersion", "v1", "kind", "ConfigMap"))
                        .with(name, "metadata", "name")
                        .withNamespace("default"),
                WriteOptions.by("test"));
    }

    private void change(KubeObject object) {
        local.replace(object.with("v", "data", "k").without("metadata", "resourceVersion"), WriteOptions.by("test"));
    }

    private static Optional<String> value(Sight sight, KubeObject object) {
        return sight.find(object.ref()).flatMap(live -> live.text("data", "k"));
    }

    @Test
    void writersNeedNoList() {
        KubeObject a = config("a");
        try (Sight sight = watches.look(List.of(a))) {
            change(a);
            assertEquals(Optional.of("v"), value(sight, a));
            assertEquals(List.of("watch ConfigMap"), cluster.requests());
        }
    }

    @Test
    void twoWhoLookShareOneWatch() {
        KubeObject a = config("a");
        KubeObject b = config("b");
        try (Sight first = watches.look(List.of(a));
                Sight second = watches.look(List.of(b))) {
            change(a);
            change(b);
            assertEquals(Optional.of("v"), value(first, a));
            assertEquals(Optional.of("v"), value(second, b));
            assertEquals(List.of("watch ConfigMap"), cluster.requests());
        }
    }

    @Test
    void whatWasSeenBeforeTheWatchBeganIsAskedFor() {
        KubeObject old = config("old");
        change(old);
        KubeObject a = config("a");
        try (Sight first = watches.look(List.of(a));
                Sight second = watches.look(List.of(old))) {
            assertEquals(Optional.of("v"), value(second, old));
            assertTrue(first.find(a.ref()).isPresent());
            assertEquals(List.of("watch ConfigMap", "get ConfigMap"), cluster.requests());
        }
    }

    @Test
    void anEndedWatchIsOpenedAnew() throws InterruptedException {
        KubeObject a = config("a");
        try (Sight sight = watches.look(List.of(a))) {
            cluster.endWatches();
            change(a);
            sight.await(List.of(a.ref()), System.nanoTime());
            assertEquals(Optional.of("v"), value(sight, a));
            assertEquals(List.of("watch ConfigMap", "list ConfigMap", "watch ConfigMap"), cluster.requests());
        }
    }

    @Test
    void whoMayNotListAsksForSingleObjects() throws InterruptedException {
        KubeObject a = config("a");
        ObjectRef missing = a.ref().inNamespace("default");
        cluster.forbidLists();
        try (Sight sight = watches.look(List.of(a.without("metadata", "resourceVersion")))) {
            change(a);
            sight.await(List.of(missing), System.nanoTime());
            assertEquals(Optional.of("v"), value(sight, a));
        }
    }

    @Test
    void deletedObjectsAreGone() {
        KubeObject a = config("a");
        try (Sight sight = watches.look(List.of(a))) {
            local.delete(a.ref(), decs.helm.kube.DeleteOptions.background());
            assertTrue(sight.find(a.ref()).isEmpty());
        }
    }

    /** A cluster whose answer to a read is on its way while the object changes. */
    private Cluster slow(KubeObject changing) {
        return (Cluster) Proxy.newProxyInstance(
                Cluster.class.getClassLoader(), new Class<?>[] {Cluster.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(local, arguments);
                    if (method.getName().equals("find") || method.getName().equals("get")) {
                        change(changing);
                    }
                    return answer;
                });
    }

    @Test
    void anAnswerThatIsOlderThanWhatTheWatchToldIsNotKept() {
        KubeObject old = config("old");
        KubeObject a = config("a");
        WatchSet slowly = new WatchSet(slow(old));
        try (Sight first = slowly.look(List.of(a));
                Sight second = slowly.look(List.of(old))) {
            assertTrue(first.find(a.ref()).isPresent());
            assertEquals(Optional.of("v"), value(second, old));
        }
    }
}
