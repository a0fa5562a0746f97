package decs.helm.kube.testing;

import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * k3s in a container: the API server of the integration tests where {@code -Ddecs.test.k3s} asks for it and there is
 * Docker. One for a run of the tests; it goes with the JVM.
 */
final class K3sServer {
    private static final String IMAGE = "rancher/k3s:v1.33.1-k3s1";
    private static final String TOKEN = "decs-tests";

    private K3sServer() {}

    /** Whether k3s is asked for, and can be had. */
    static boolean isThere() {
        return System.getProperty("decs.test.k3s") != null
                && DockerClientFactory.instance().isDockerAvailable();
    }

    /** A kubeconfig for it, with a bearer token as the tests' own client wants it. */
    static Path kubeconfig() {
        return Started.KUBECONFIG;
    }

    private static final class Started {
        static final Path KUBECONFIG = start();

        @SuppressWarnings("resource") // it runs as long as the tests do
        private static Path start() {
            K3sContainer k3s = new K3sContainer(DockerImageName.parse(IMAGE));
            k3s.withCopyToContainer(Transferable.of(TOKEN + ",tests,tests,system:masters\n"), "/etc/tokens.csv")
                    .withCommand(
                            "server",
                            "--disable=traefik",
                            "--tls-san=" + k3s.getHost(),
                            "--kube-apiserver-arg=token-auth-file=/etc/tokens.csv");
            k3s.start();
            return written(k3s.getKubeConfigYaml());
        }

        private static Path written(String yaml) {
            ValueMap config = (ValueMap) Yaml.read(Source.of("kubeconfig", yaml));
            ValueMap user = (ValueMap) ((List<?>) config.get("users")).get(0);
            ValueMap token = new ValueMap();
            token.put("token", TOKEN);
            user.put("user", token);
            try {
                Path file = Files.createTempFile("k3s", ".yaml");
                file.toFile().deleteOnExit();
                return Files.writeString(file, Yaml.write(config));
            } catch (IOException full) {
                throw new IllegalStateException(full);
            }
        }
    }
}
