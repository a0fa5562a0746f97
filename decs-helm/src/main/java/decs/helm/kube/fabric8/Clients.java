package decs.helm.kube.fabric8;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;

/** HTTP clients for connections. */
final class Clients {
    private Clients() {}

    /** The configuration is set field by field: reading it with the library's own means costs as much again. */
    static HttpClient of(Connection connection) {
        Config config = Config.empty();
        config.setMasterUrl(connection.server() + "/");
        connection.caData().ifPresent(config::setCaCertData);
        connection.caFile().ifPresent(config::setCaCertFile);
        connection.certificateData().ifPresent(config::setClientCertData);
        connection.certificateFile().ifPresent(config::setClientCertFile);
        connection.keyData().ifPresent(config::setClientKeyData);
        connection.keyFile().ifPresent(config::setClientKeyFile);
        connection.token().ifPresent(config::setOauthToken);
        connection.username().ifPresent(config::setUsername);
        connection.password().ifPresent(config::setPassword);
        connection.proxy().ifPresent(config::setHttpsProxy);
        config.setTrustCerts(connection.insecure());
        config.setDisableHostnameVerification(connection.insecure());
        config.setRequestRetryBackoffLimit(0);
        config.setUserAgent("decs");
        HttpClient.Builder builder = new JdkHttpClientFactory().newBuilder(config);
        connection.tlsServerName().ifPresent(builder::tlsServerName);
        return builder.build();
    }
}
