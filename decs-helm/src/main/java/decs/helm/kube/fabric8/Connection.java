package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterAccess;
import decs.helm.kube.ClusterException;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Works out how to reach the API server: flags over kubeconfig over the pod's own service account. */
final class Connection {
    private Connection() {}

    static Config config(ClusterAccess access, Map<String, String> environment) {
        Config base = base(access, environment);
        ConfigBuilder builder = new ConfigBuilder(base);
        access.apiServer().ifPresent(builder::withMasterUrl);
        access.token().ifPresent(token -> {
            builder.withOauthToken(token);
            builder.withClientCertData(null)
                    .withClientCertFile(null)
                    .withClientKeyData(null)
                    .withClientKeyFile(null);
            builder.withUsername(null).withPassword(null);
        });
        access.caFile().ifPresent(file -> builder.withCaCertFile(file).withCaCertData(null));
        access.asUser().ifPresent(builder::withImpersonateUsername);
        if (!access.asGroups().isEmpty()) {
            builder.withImpersonateGroups(access.asGroups().toArray(String[]::new));
        }
        if (access.insecureSkipTlsVerify()) {
            builder.withTrustCerts(true).withDisableHostnameVerification(true);
        }
        builder.withRequestRetryBackoffLimit(4).withRequestRetryBackoffInterval(200);
        builder.withRequestTimeout(60_000).withConnectionTimeout(15_000);
        return builder.build();
    }

    private static Config base(ClusterAccess access, Map<String, String> environment) {
        Optional<Path> file = kubeconfig(access, environment);
        if (file.isPresent()) {
            return fromFile(access, file.get());
        }
        if (access.apiServer().isPresent()) {
            return Config.empty();
        }
        Config found = Config.autoConfigure(access.context().orElse(null));
        if (found.getAutoOAuthToken() == null && found.getOauthToken() == null && found.getClientCertData() == null) {
            throw new ClusterException(
                    new ClusterException.Details(
                            ClusterException.Reason.BAD_ACCESS,
                            0,
                            "Kubernetes cluster unreachable: no kubeconfig and no service account were found",
                            Optional.empty(),
                            java.util.List.of(),
                            java.util.OptionalInt.empty(),
                            Optional.of("name the cluster with --kubeconfig, or --kube-apiserver, --kube-token and"
                                    + " --kube-ca-file; or release into a folder with --local DIR")),
                    null);
        }
        return found;
    }

    private static Optional<Path> kubeconfig(ClusterAccess access, Map<String, String> environment) {
        String paths = access.kubeconfig().orElse(environment.getOrDefault("KUBECONFIG", ""));
        if (paths.isEmpty()) {
            Path usual = Path.of(environment.getOrDefault("HOME", ""), ".kube", "config");
            return Files.isRegularFile(usual) ? Optional.of(usual) : Optional.empty();
        }
        for (String path : paths.split(java.io.File.pathSeparator)) {
            if (Files.isRegularFile(Path.of(path))) {
                return Optional.of(Path.of(path));
            }
        }
        throw new ClusterException(
                ClusterException.Reason.BAD_ACCESS, 0, "the kubeconfig " + paths + " does not exist");
    }

    @SuppressWarnings("removal") // the only form that takes context and path
    private static Config fromFile(ClusterAccess access, Path file) {
        try {
            return Config.fromKubeconfig(
                    access.context().orElse(null),
                    Files.readString(file),
                    file.toAbsolutePath().toString());
        } catch (IOException unreadable) {
            throw new ClusterException(
                    ClusterException.Reason.BAD_ACCESS, 0, "the kubeconfig " + file + " cannot be read");
        }
    }
}
