package decs.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import decs.core.secret.ReferenceModule;
import decs.core.secret.ReferenceModules;
import decs.core.secret.ReferenceProvider;
import decs.core.secret.ReferenceSettings;
import decs.core.secret.References;
import decs.core.secret.SecretMask;
import decs.template.source.DecsException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** References, asked of a server on loopback that answers as a key vault does. */
class AzureTest {
    private static final Map<String, String> SECRETS =
            Map.of("/secrets/plain/", "S", "/secrets/plain/v1", "old", "/secrets/doc/", "foo: {bar: x}");
    private static final char[] PASSWORD = "test".toCharArray();

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpsServer server;
    private SSLContext tls;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException, OperatorCreationException {
        tls = tls();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static SSLContext tls() throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        X500Name name = new X500Name("CN=localhost");
        Instant now = Instant.now();
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now.minusSeconds(60)),
                                Date.from(now.plusSeconds(3600)),
                                name,
                                pair.getPublic())
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")))
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry("server", pair.getPrivate(), PASSWORD, new X509Certificate[] {certificate});
        store.setCertificateEntry("known", certificate);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
            exchange.getResponseHeaders()
                    .set(
                            "WWW-Authenticate",
                            "Bearer authorization=\"https://login.example.com/tenant\","
                                    + " resource=\"https://vault.azure.net\"");
            send(exchange, 401, "{}");
        } else if (SECRETS.containsKey(path)) {
            send(exchange, 200, "{\"value\": \"" + SECRETS.get(path) + "\", \"id\": \"https://v" + path + "\"}");
        } else {
            send(exchange, 404, "{\"error\": {\"code\": \"SecretNotFound\", \"message\": \"none such\"}}");
        }
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private SecretClient client(String vault) {
        return new SecretClientBuilder()
                .vaultUrl(vault)
                .disableChallengeResourceVerification()
                .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))))
                .httpClient(new JdkHttpClientBuilder(HttpClient.newBuilder().sslContext(tls)).build())
                .credential(request -> Mono.just(new AccessToken(
                        "token", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1))))
                .buildClient();
    }

    private Object resolve(String reference) {
        ReferenceModule module = new ReferenceModule() {
            @Override
            public Set<String> schemes() {
                return Set.of("azurekeyvault");
            }

            @Override
            public ReferenceProvider provider(String scheme, Map<String, String> environment) {
                return new VaultReferences(AzureTest.this::client);
            }
        };
        ReferenceSettings settings = ReferenceSettings.of(Path.of(""), Map.of()).with(scheme -> Optional.of(module));
        String address = "127.0.0.1:" + server.getAddress().getPort();
        return References.of(settings, new SecretMask())
                .apply("ref+azurekeyvault://" + reference.replace("VAULT", address));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        VAULT/plain          | S
        VAULT/plain/         | S
        VAULT/plain/v1       | old
        VAULT/doc#/foo/bar   | x
        """)
    void valuesAreFound(String reference, String value) {
        assertEquals(value, resolve(reference));
        assertTrue(asked.stream().allMatch(path -> path.startsWith("/secrets/")), asked::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        VAULT                | invalid secret specifier
        VAULT/a/b/c          | invalid secret specifier
        /plain               | missing key vault name
        VAULT//v1            | missing secret name
        VAULT/none           | none such
        VAULT/plain#/a       | error while parsing secret for key
        """)
    void refusalsSayWhy(String reference, String words) {
        DecsException refused = assertThrows(DecsException.class, () -> resolve(reference));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    @Test
    void theModuleIsFound() {
        assertEquals(
                Optional.of(Set.of("azurekeyvault")),
                ReferenceModules.installed().find("azurekeyvault").map(ReferenceModule::schemes));
        DecsException refused = assertThrows(DecsException.class, () -> new AzureReferences()
                .provider("azurekeyvault", Map.of("AZKV_AUTH", "nonsense"))
                .text(new decs.core.secret.ReferenceUri("azurekeyvault", "v/s", "v/s", Map.of(), "")));
        assertEquals("Environment variable 'AZKV_AUTH' is set to an unsupported value!", refused.getMessage());
    }
}
