package decs.helm.kube.fabric8;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.ClusterContract;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the real API server that {@code -Ddecs.test.kubeconfig} or {@code DECS_TEST_KUBECONFIG} names. */
final class Fabric8ClusterTest extends ClusterContract {
    @TempDir
    private Path cache;

    @Override
    protected Cluster open() {
        String kubeconfig = System.getProperty("decs.test.kubeconfig", System.getenv("DECS_TEST_KUBECONFIG"));
        assumeTrue(
                kubeconfig != null,
                "no real API server: neither -Ddecs.test.kubeconfig nor DECS_TEST_KUBECONFIG names a kubeconfig");
        return Fabric8Cluster.open(
                ClusterAccess.fromEnvironment().withKubeconfig(kubeconfig),
                Map.of(),
                Optional.of(cache),
                warning -> {});
    }
}
