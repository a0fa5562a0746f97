package decs.helm.kube.local;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterContract;
import decs.template.language.Host;

/** The contract, in memory. */
final class LocalClusterTest extends ClusterContract {
    @Override
    protected Cluster open() {
        return LocalCluster.inMemory(Host.system(), Simulation.instant());
    }
}
