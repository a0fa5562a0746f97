package decs.helm.kube.fabric8;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.ClusterContract;
import decs.helm.kube.testing.RealApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real API server: the one that is named, or k3s in a container. */
final class Fabric8ClusterTest extends ClusterContract {
    @TempDir
    private Path cache;

    @Override
    protected Cluster open() {
        List<Path> kubeconfig = RealApi.named();
        assumeTrue(!kubeconfig.isEmpty(), RealApi.NONE);
        return Fabric8Cluster.open(
                ClusterAccess.fromEnvironment().withKubeconfig(kubeconfig.get(0).toString()),
                Map.of(),
                Optional.of(cache),
                warning -> {});
    }
}
