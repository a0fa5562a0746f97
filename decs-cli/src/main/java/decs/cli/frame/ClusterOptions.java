package decs.cli.frame;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.fabric8.Fabric8Cluster;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.repo.SourceSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where the cluster is. Nothing given: the kubeconfig, else the credentials of the pod that decs runs in. */
public final class ClusterOptions {
    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "the kubeconfig file")
    public String kubeconfig = "";

    @Option(names = "--kube-context", paramLabel = "NAME", description = "the context of the kubeconfig")
    public String context = "";

    @Option(
            names = "--kube-apiserver",
            paramLabel = "URL",
            description = "the API server's address (HELM_KUBEAPISERVER)")
    String server = "";

    @Option(names = "--kube-token", paramLabel = "TOKEN", description = "the bearer token (HELM_KUBETOKEN)")
    String token = "";

    @Option(
            names = "--kube-ca-file",
            paramLabel = "FILE",
            description = "the API server's certificate authority (HELM_KUBECAFILE)")
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

    /**
     * How to get there, by the options and, where they are silent, by the environment.
     *
     * <p>Mirrors: Helm's {@code HELM_KUBE*} variables, which keep a token out of the process list.
     */
    public ClusterAccess access(Map<String, String> environment) {
        return new ClusterAccess(
                given(kubeconfig, ""),
                given(context, environment.get("HELM_KUBECONTEXT")),
                given(server, environment.get("HELM_KUBEAPISERVER")),
                given(token, environment.get("HELM_KUBETOKEN")),
                given(caFile, environment.get("HELM_KUBECAFILE")),
                given(asUser, environment.get("HELM_KUBEASUSER")),
                asGroups.isEmpty() ? groups(environment.getOrDefault("HELM_KUBEASGROUPS", "")) : asGroups,
                insecure || "true".equals(environment.get("HELM_KUBEINSECURE_SKIP_TLS_VERIFY")),
                given(tlsServerName, environment.get("HELM_KUBETLS_SERVER_NAME")));
    }

    /**
     * The cluster that the options name; nothing is asked of it yet.
     *
     * @param warnings hears what an API server warns about
     */
    public Cluster open(Console console, Consumer<String> warnings) {
        return local != null
                ? LocalCluster.inFolder(console.workingFolder().resolve(local), console.host(), Simulation.instant())
                : Fabric8Cluster.open(
                        access(console.environment()),
                        console.environment(),
                        Optional.of(SourceSettings.cacheFolder(console.environment())
                                .resolve("discovery")),
                        warnings);
    }

    /** The namespace of those who name none. */
    public String defaultNamespace(Console console) {
        return local != null
                ? "default"
                : Fabric8Cluster.defaultNamespace(access(console.environment()), console.environment());
    }

    private static Optional<String> given(String option, String variable) {
        return Stream.of(option, variable == null ? "" : variable)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static List<String> groups(String text) {
        return Stream.of(text.split(",", -1)).filter(group -> !group.isEmpty()).toList();
    }

    public Optional<Path> localFolder() {
        return Optional.ofNullable(local);
    }
}
