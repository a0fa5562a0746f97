package decs.helm.kube.testing;

import decs.helm.kube.KubeObject;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The real API server that a kubeconfig with a bearer token names. */
public final class RealApi implements ApiBackend {
    private static final Set<String> PASSED_ON = Set.of("accept", "content-type", "if-none-match");

    private final HttpClient client;
    private final String server;
    private final String token;

    @SuppressWarnings("unchecked")
    public RealApi(Path kubeconfig) throws IOException, GeneralSecurityException {
        KubeObject config = KubeObject.of(
                (Map<String, Object>) Yaml.read(Source.of(kubeconfig.toString(), Files.readString(kubeconfig))));
        Map<String, Object> cluster =
                (Map<String, Object>) config.maps("clusters").get(0).get("cluster");
        Map<String, Object> user =
                (Map<String, Object>) config.maps("users").get(0).get("user");
        this.server = (String) cluster.get("server");
        this.token = (String) user.get("token");
        this.client =
                HttpClient.newBuilder().sslContext(trusting(authority(cluster))).build();
    }

    private static byte[] authority(Map<String, Object> cluster) throws IOException {
        Object data = cluster.get("certificate-authority-data");
        return data != null
                ? Base64.getDecoder().decode((String) data)
                : Files.readAllBytes(Path.of((String) cluster.get("certificate-authority")));
    }

    private static SSLContext trusting(byte[] authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(authority)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public Answer answer(Request request) throws IOException {
        HttpRequest.Builder message = HttpRequest.newBuilder(URI.create(server + request.path()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()))
                .header("Authorization", "Bearer " + token);
        request.headers().forEach((name, value) -> {
            if (PASSED_ON.contains(name)) {
                message.header(name, value);
            }
        });
        try {
            HttpResponse<InputStream> response =
                    client.send(message.build(), HttpResponse.BodyHandlers.ofInputStream());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** What is said where there is none. */
    public static final String NONE =
            "no real API server: neither -Ddecs.test.kubeconfig nor DECS_TEST_KUBECONFIG names a"
                    + " kubeconfig, and there is no Docker or no -Ddecs.test.k3s";

    /**
     * The kubeconfig that {@code -Ddecs.test.kubeconfig} or {@code DECS_TEST_KUBECONFIG} names, else that of k3s in a
     * container; empty without either.
     */
    public static List<Path> named() {
        String path = System.getProperty("decs.test.kubeconfig", System.getenv("DECS_TEST_KUBECONFIG"));
        if (path != null) {
            return List.of(Path.of(path));
        }
        return K3sServer.isThere() ? List.of(K3sServer.kubeconfig()) : List.of();
    }
}
