package decs.cli;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.fabric8.Fabric8Cluster;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.repo.SourceSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Where the cluster is. Nothing given: the kubeconfig, else the credentials of the pod that decs runs in. */
final class ClusterOptions {
    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "the kubeconfig file")
    String kubeconfig = "";

    @Option(names = "--kube-context", paramLabel = "NAME", description = "the context of the kubeconfig")
    String context = "";

    @Option(names = "--kube-apiserver", paramLabel = "URL", description = "the API server's address")
    String server = "";

    @Option(names = "--kube-token", paramLabel = "TOKEN", description = "the bearer token")
    String token = "";

    @Option(names = "--kube-ca-file", paramLabel = "FILE", description = "the certificate authority of the API server")
    String caFile = "";

    @Option(names = "--kube-as-user", paramLabel = "USER", description = "the user to act as")
    String asUser = "";

    @Option(names = "--kube-as-group", paramLabel = "GROUP", description = "a group to act as; may be repeated")
    List<String> asGroups = List.of();

    @Option(names = "--kube-tls-server-name", paramLabel = "NAME", description = "the name in the server's certificate")
    String tlsServerName = "";

    @Option(
            names = "--kube-insecure-skip-tls-verify",
            description = "do not check the server's certificate",
            arity = "0..1",
            fallbackValue = "true")
    boolean insecure;

    @Option(
            names = "--local",
            paramLabel = "DIR",
            description = "no API server: keep all objects and records as YAML files in this folder")
    Path local;

    ClusterAccess access() {
        return new ClusterAccess(
                given(kubeconfig),
                given(context),
                given(server),
                given(token),
                given(caFile),
                given(asUser),
                asGroups,
                insecure,
                given(tlsServerName));
    }

    /**
     * The cluster that the options name; nothing is asked of it yet.
     *
     * @param warnings hears what an API server warns about
     */
    Cluster open(Console console, Consumer<String> warnings) {
        return local != null
                ? LocalCluster.inFolder(console.workingFolder().resolve(local), console.host(), Simulation.instant())
                : Fabric8Cluster.open(
                        access(),
                        console.environment(),
                        Optional.of(SourceSettings.cacheFolder(console.environment())
                                .resolve("discovery")),
                        warnings);
    }

    /** The namespace of those who name none. */
    String defaultNamespace(Console console) {
        return local != null ? "default" : Fabric8Cluster.defaultNamespace(access(), console.environment());
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    Optional<Path> localFolder() {
        return Optional.ofNullable(local);
    }
}
