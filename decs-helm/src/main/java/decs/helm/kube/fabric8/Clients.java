package decs.helm.kube.fabric8;

import decs.template.source.DecsException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.internal.CertUtils;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * HTTP clients for connections. A client trusts the authority that the connection names and no other, as kubectl does; only
 * where none is named are the machine's certificates read, which takes longer than all else here.
 */
record Clients(Connection connection) {

    /** A client that speaks HTTP/2 where the server does: many requests at once over one connection. */
    HttpClient newest() {
        return builder().build();
    }

    /** A client that speaks HTTP/1.1 only. */
    HttpClient older() {
        return builder().preferHttp11().build();
    }

    private HttpClient.Builder builder() {
        HttpClient.Builder builder = new JdkHttpClientFactory().newBuilder();
        if (connection.server().startsWith("https:")) {
            try {
                builder.sslContext(keys(connection), trust(connection));
            } catch (GeneralSecurityException | IOException bad) {
                throw new DecsException(
                        "the certificates for " + connection.server() + " cannot be used: " + bad.getMessage(), bad);
            }
        }
        connection.tlsServerName().ifPresent(builder::tlsServerName);
        builder.tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build()); // Transport repeats
        connection.proxy().map(URI::create).ifPresent(proxy -> {
            builder.proxyAddress(new InetSocketAddress(proxy.getHost(), proxy.getPort()));
            Optional.ofNullable(proxy.getUserInfo()).map(Clients::basic).ifPresent(builder::proxyAuthorization);
        });
        return builder;
    }

    /** The header that says who asks. */
    static Optional<String> authorization(Connection connection) {
        return connection
                .token()
                .filter(token -> !token.isEmpty())
                .map(token -> "Bearer " + token)
                .or(() -> connection
                        .username()
                        .map(user -> basic(user + ":" + connection.password().orElse(""))));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** The key's kind is that of the certificate: PEM does not always say it. */
    private static KeyManager[] keys(Connection connection) throws GeneralSecurityException, IOException {
        String data = connection.certificateData().orElse(null);
        String file = connection.certificateFile().orElse(null);
        if (data == null && file == null) {
            return new KeyManager[0];
        }
        String algorithm;
        try (InputStream pem = CertUtils.getInputStreamFromDataOrFile(data, file)) {
            algorithm = CertificateFactory.getInstance("X.509")
                    .generateCertificate(pem)
                    .getPublicKey()
                    .getAlgorithm();
        }
        return SSLUtils.keyManagers(
                data,
                file,
                connection.keyData().orElse(null),
                connection.keyFile().orElse(null),
                algorithm,
                "",
                null,
                null);
    }

    private static TrustManager[] trust(Connection connection) throws GeneralSecurityException, IOException {
        String data = connection.caData().orElse(null);
        String file = connection.caFile().orElse(null);
        if (connection.insecure() || (data == null && file == null)) {
            return SSLUtils.trustManagers(null, null, connection.insecure(), null, null);
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = CertUtils.getInputStreamFromDataOrFile(data, file)) {
            int count = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority" + count++, authority);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
