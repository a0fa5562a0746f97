package decs.helm.kube;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to get to a cluster: the connection flags of Helm, all empty by default. What is empty comes from the kubeconfig
 * ({@code KUBECONFIG}, {@code ~/.kube/config}) or, inside a cluster, from the pod's service account.
 *
 * @param kubeconfig a path, or several joined as in {@code KUBECONFIG}
 */
public record ClusterAccess(
        Optional<String> kubeconfig,
        Optional<String> context,
        Optional<String> apiServer,
        Optional<String> token,
        Optional<String> caFile,
        Optional<String> asUser,
        List<String> asGroups,
        boolean insecureSkipTlsVerify,
        Optional<String> tlsServerName) {
    public ClusterAccess {
        Objects.requireNonNull(kubeconfig, "kubeconfig");
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(apiServer, "apiServer");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(caFile, "caFile");
        Objects.requireNonNull(asUser, "asUser");
        asGroups = List.copyOf(asGroups);
        Objects.requireNonNull(tlsServerName, "tlsServerName");
    }

    /** Whatever the environment says. */
    public static ClusterAccess fromEnvironment() {
        return new ClusterAccess(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
    }

    public ClusterAccess withKubeconfig(String kubeconfig) {
        return at(Optional.of(kubeconfig), context);
    }

    public ClusterAccess withContext(String context) {
        return at(kubeconfig, Optional.of(context));
    }

    /** The same for another file and context. */
    public ClusterAccess at(Optional<String> kubeconfig, Optional<String> context) {
        return new ClusterAccess(
                kubeconfig, context, apiServer, token, caFile, asUser, asGroups, insecureSkipTlsVerify, tlsServerName);
    }
}
