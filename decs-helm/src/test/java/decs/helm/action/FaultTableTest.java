package decs.helm.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.fabric8.Fabric8Cluster;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.kube.testing.ApiBackend;
import decs.helm.kube.testing.FaultProxy;
import decs.helm.kube.testing.FaultProxy.Fault;
import decs.helm.kube.testing.LocalApi;
import decs.helm.kube.testing.RealApi;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * An API server that answers badly: each fault hits the k-th request of each verb, and the verb ends as it ends without.
 * {@code -Ddecs.test.faults=N} tries N places of each verb for each fault, 0 all.
 */
final class FaultTableTest {
    private static final int PLACES = Integer.getInteger("decs.test.faults", 1);
    private static final int AT_ONCE = 12;
    private static final int AT_ONCE_FOR_REAL = 4;
    private static final List<String> KINDS = List.of(
            "v1 ConfigMap",
            "v1 Secret",
            "v1 Service",
            "v1 ServiceAccount",
            "apps/v1 Deployment",
            "apps/v1 StatefulSet",
            "batch/v1 Job",
            "batch/v1 CronJob",
            "rbac.authorization.k8s.io/v1 Role",
            "coordination.k8s.io/v1 Lease");

    /** A verb, and what has to be there before it. */
    private enum Verb {
        INSTALL(0),
        UPGRADE(1),
        ROLLBACK(2),
        UNINSTALL(2),
        LIST(2);

        private final int revisions;

        Verb(int revisions) {
            this.revisions = revisions;
        }

        String run(ReleaseContext context) {
            ReleaseOptions options =
                    ReleaseOptions.defaults().withWait(WaitStrategy.WATCHER).withTimeout(Duration.ofMinutes(3));
            return switch (this) {
                case INSTALL -> text(Shop.upgrade(context, 1));
                case UPGRADE -> text(Shop.upgrade(context, 2));
                case ROLLBACK -> text(new Rollback(context).run(new RollbackRequest("shop", 1, options)));
                case UNINSTALL ->
                    new Uninstall(context)
                            .run(UninstallRequest.of("shop").withOptions(options))
                            .info();
                case LIST ->
                    new ReadReleases(context)
                                    .list(new ReadReleases.Query(
                                            EnumSet.allOf(ReleaseStatus.class), name -> true, "", false, false))
                                    .stream()
                                    .map(Verb::text)
                                    .toList()
                                    .toString();
            };
        }

        private static String text(Release release) {
            return release.name() + " " + release.revision() + " " + release.status();
        }
    }

    /** What a verb ends with: what it says, the records, the objects. */
    private record Ending(String said, Map<Integer, String> records, Map<String, Object> objects) {}

    /** A server for one run, prepared for a verb and behind a proxy. */
    private interface Server extends AutoCloseable {
        /** Straight to the server. */
        Cluster cluster();

        ApiBackend api();

        String namespace();

        @Override
        void close();
    }

    private static Server local() {
        LocalCluster cluster = LocalCluster.inMemory(Shop.host(Duration.ZERO), Simulation.instant());
        return new Fresh(cluster, new LocalApi(cluster), "default");
    }

    /** A server that nobody else uses, or a namespace of one. */
    private record Fresh(Cluster cluster, ApiBackend api, String namespace) implements Server {
        @Override
        public void close() {
            if (!namespace.equals("default")) {
                cluster.delete(ObjectRef.of("v1", "Namespace", namespace), DeleteOptions.background());
            }
            cluster.close();
        }
    }

    private static Server real(Path kubeconfig) {
        Cluster cluster = open(ClusterAccess.fromEnvironment().withKubeconfig(kubeconfig.toString()));
        String name = "faults-" + UUID.randomUUID().toString().substring(0, 8);
        cluster.create(
                KubeObject.of(Map.of("apiVersion", "v1", "kind", "Namespace")).with(name, "metadata", "name"),
                WriteOptions.by("test"));
        try {
            return new Fresh(cluster, new RealApi(kubeconfig), name);
        } catch (IOException | GeneralSecurityException e) {
            throw new DecsException("no proxy to " + kubeconfig, e);
        }
    }

    private static Cluster open(ClusterAccess access) {
        return Fabric8Cluster.open(access, Map.of(), Optional.empty(), warning -> {});
    }

    private static Cluster through(FaultProxy proxy) {
        Optional<String> none = Optional.empty();
        return open(new ClusterAccess(
                none, none, Optional.of(proxy.url()), Optional.of("t"), none, none, List.of(), false, none));
    }

    /** Runs a verb whose k-th request meets the fault. */
    private static Ending run(Server server, Verb verb, FaultProxy proxy) {
        ReleaseContext straight =
                Shop.context(server.cluster(), server.namespace(), HelmVersion.V4, Shop.host(Duration.ZERO));
        try (Cluster cluster = through(proxy)) {
            ReleaseContext context =
                    Shop.context(cluster, server.namespace(), HelmVersion.V4, Shop.host(Duration.ofSeconds(5)));
            String said;
            try {
                said = verb.run(context);
            } catch (DecsException failed) {
                said = "failed: " + failed.getMessage();
            }
            return new Ending(said, Shop.records(straight), objects(server));
        }
    }

    private static void prepare(Server server, Verb verb) {
        ReleaseContext context =
                Shop.context(server.cluster(), server.namespace(), HelmVersion.V4, Shop.host(Duration.ZERO));
        for (int revision = 1; revision <= verb.revisions; revision++) {
            Shop.upgrade(context, revision);
        }
    }

    /** What is in the namespace, but for the records and what the server adds. */
    private static Map<String, Object> objects(Server server) {
        Map<String, Object> objects = new TreeMap<>();
        for (String kind : KINDS) {
            String[] parts = kind.split(" ");
            ListQuery query = ListQuery.of(parts[0], parts[1]).inNamespace(server.namespace());
            for (KubeObject object : server.cluster().list(query).items()) {
                boolean own = !object.name().startsWith("sh.helm.release")
                        && !object.name().equals("kube-root-ca.crt")
                        && !object.name().equals("default");
                if (own && !object.deleting()) {
                    objects.put(parts[1] + " " + object.name(), stable(object));
                }
            }
        }
        return objects;
    }

    /** Without what the namespace and the controllers of a real cluster add. */
    private static Object stable(KubeObject object) {
        KubeObject bare = object.without("metadata", "namespace")
                .without("metadata", "annotations", "meta.helm.sh/release-namespace")
                .without("metadata", "annotations", "deployment.kubernetes.io/revision");
        return Shop.stable(object.kind().equals("Job") ? bare.without("metadata", "labels") : bare);
    }

    /** The places to try: the first, the last, and some between. */
    private static Set<Integer> places(int requests, Random random, int wanted) {
        Set<Integer> places = new TreeSet<>();
        if (wanted == 0 || wanted >= requests) {
            for (int k = 1; k <= requests; k++) {
                places.add(k);
            }
            return places;
        }
        while (places.size() < wanted) {
            places.add(1 + random.nextInt(requests));
        }
        return places;
    }

    private static String compared(Callable<Server> servers, Verb verb, Fault fault, int k, Ending expected)
            throws Exception {
        try (Server server = servers.call();
                FaultProxy proxy = new FaultProxy(server.api())) {
            prepare(server, verb);
            proxy.arm(fault, k);
            Ending ending = run(server, verb, proxy);
            if (proxy.isArmed()) {
                return "";
            }
            String where = fault + " at request " + k + " of " + verb + ": ";
            if (!ending.said().equals(expected.said()) || !ending.records().equals(expected.records())) {
                return where + ending.said() + " " + ending.records() + " instead of " + expected.said() + " "
                        + expected.records();
            }
            Map<String, Object> extra = new TreeMap<>(ending.objects());
            extra.entrySet().removeAll(expected.objects().entrySet());
            Map<String, Object> missing = new TreeMap<>(expected.objects());
            missing.entrySet().removeAll(ending.objects().entrySet());
            return extra.isEmpty() && missing.isEmpty() ? "ok" : where + "there is " + extra + " instead of " + missing;
        }
    }

    /** Every fault in some places of every verb; the table, and what went wrong. */
    private static void table(Callable<Server> servers, int wanted, int atOnce) throws Exception {
        Random random = new Random(5);
        List<String> wrong = new ArrayList<>();
        StringBuilder table = new StringBuilder(String.format("%-22s", ""));
        Map<Verb, Ending> clean = new EnumMap<>(Verb.class);
        Map<Verb, Integer> requests = new EnumMap<>(Verb.class);
        for (Verb verb : Verb.values()) {
            try (Server server = servers.call();
                    FaultProxy proxy = new FaultProxy(server.api())) {
                prepare(server, verb);
                clean.put(verb, run(server, verb, proxy));
                requests.put(verb, proxy.requests());
                assertTrue(
                        !clean.get(verb).said().startsWith("failed"),
                        clean.get(verb).said());
            }
            table.append(String.format("%16s", verb + " (" + requests.get(verb) + ")"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            for (Fault fault : Fault.values()) {
                Map<Verb, List<Future<String>>> row = new EnumMap<>(Verb.class);
                for (Verb verb : Verb.values()) {
                    List<Future<String>> runs = new ArrayList<>();
                    for (int k : places(requests.get(verb), random, wanted)) {
                        runs.add(threads.submit(() -> compared(servers, verb, fault, k, clean.get(verb))));
                    }
                    row.put(verb, runs);
                }
                table.append(String.format("%n%-22s", fault));
                for (Verb verb : Verb.values()) {
                    table.append(String.format("%16s", cell(row.get(verb), wrong)));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println(table);
        assertEquals(List.of(), wrong);
    }

    private static String cell(List<Future<String>> runs, List<String> wrong)
            throws InterruptedException, ExecutionException {
        int good = 0;
        int hit = 0;
        for (Future<String> run : runs) {
            String outcome = run.get();
            hit += outcome.isEmpty() ? 0 : 1;
            good += outcome.equals("ok") ? 1 : 0;
            if (!outcome.isEmpty() && !outcome.equals("ok")) {
                wrong.add(outcome);
            }
        }
        return hit == 0 ? "-" : good + "/" + hit;
    }

    @Test
    void everyVerbEndsAsWithoutFaults() throws Exception {
        table(FaultTableTest::local, PLACES, AT_ONCE);
    }

    @Test
    void onARealServerToo() throws Exception {
        List<Path> kubeconfig = RealApi.named();
        assumeTrue(!kubeconfig.isEmpty(), RealApi.NONE);
        table(() -> real(kubeconfig.get(0)), PLACES, AT_ONCE_FOR_REAL);
    }
}
