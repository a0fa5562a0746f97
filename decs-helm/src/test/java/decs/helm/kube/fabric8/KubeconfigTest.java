package decs.helm.kube.fabric8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.ClusterException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How connections come out of kubeconfig files; the error texts are those of helm v3.22.0. */
final class KubeconfigTest {
    @TempDir
    private Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void theFirstOfTwoFilesWins() throws IOException {
        String first = write("a", """
            current-context: one
            contexts:
            - name: one
              context: {cluster: c, user: u, namespace: shop}
            clusters:
            - name: c
              cluster: {server: "https://first:6443", certificate-authority: ca.crt}
            """);
        String second = write("b", """
            current-context: two
            clusters:
            - name: c
              cluster: {server: "https://second:6443"}
            users:
            - name: u
              user: {token: secret}
            """);
        Map<String, String> environment = Map.of("KUBECONFIG", first + File.pathSeparator + second);
        ClusterAccess access = ClusterAccess.fromEnvironment();
        Connection connection = Kubeconfig.read(access, environment).connection(access, environment);
        assertEquals("https://first:6443", connection.server());
        assertEquals(Optional.of(folder.resolve("ca.crt").toString()), connection.caFile());
        assertEquals(Optional.of("secret"), connection.token());
        assertEquals("shop", Fabric8Cluster.defaultNamespace(access, environment));
    }

    @Test
    void missingThingsAreNamed() throws IOException {
        ClusterAccess nowhere = ClusterAccess.fromEnvironment().withKubeconfig("/nonexistent");
        assertEquals("stat /nonexistent: no such file or directory", refusal(nowhere));
        ClusterAccess other = ClusterAccess.fromEnvironment()
                .withKubeconfig(write("a", "contexts: []\n"))
                .withContext("zz");
        assertEquals("context \"zz\" does not exist", refusal(other));
    }

    private static String refusal(ClusterAccess access) {
        return assertThrows(
                        ClusterException.class,
                        () -> Fabric8Cluster.open(access, Map.of(), Optional.empty(), warning -> {}))
                .getMessage();
    }

    @Test
    void refusedConnectionsReadAsInHelm() throws IOException {
        ClusterAccess access = ClusterAccess.fromEnvironment().withKubeconfig(write("a", """
            current-context: one
            contexts: [{name: one, context: {cluster: c}}]
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
            """));
        try (Cluster cluster = Fabric8Cluster.open(access, Map.of(), Optional.empty(), warning -> {})) {
            ClusterException failure = assertThrows(ClusterException.class, cluster::version);
            assertEquals(
                    "Get \"https://127.0.0.1:1/version\": dial tcp 127.0.0.1:1: connect: connection refused",
                    failure.getMessage());
            assertEquals(ClusterException.Reason.UNREACHABLE, failure.reason());
        }
    }
}
