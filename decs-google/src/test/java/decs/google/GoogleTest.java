package decs.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import decs.core.secret.ReferenceModules;
import decs.core.secret.ReferenceSettings;
import decs.core.secret.References;
import decs.core.secret.SecretMask;
import decs.helm.http.Access;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.helm.http.Readers;
import decs.template.source.DecsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References and addresses, asked of a server on loopback that answers as Google's services do. */
class GoogleTest {
    private static final Map<String, String> SECRETS = Map.of(
            "/v1/projects/p/secrets/plain/versions/latest:access", "S\n",
            "/v1/projects/p/secrets/plain/versions/3:access", "third",
            "/v1/projects/p/secrets/doc/versions/latest:access", "foo: {bar: x}");
    private static final Map<String, String> OBJECTS = Map.of(
            "/bucket/o/d.yaml", "foo: {bar: 7}",
            "/bucket/o/s.tfstate",
                    "{\"version\": 4, \"outputs\": {\"url\": {\"value\": \"u\", \"type\": \"string\"}}}");

    private HttpServer server;
    private Map<String, String> environment;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        environment =
                Map.of("CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER", address, "STORAGE_EMULATOR_HOST", address);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (SECRETS.containsKey(path)) {
            String data = Base64.getEncoder().encodeToString(SECRETS.get(path).getBytes(StandardCharsets.UTF_8));
            send(exchange, 200, "application/json", "{\"payload\": {\"data\": \"" + data + "\"}}");
            return;
        }
        String object = path.replaceFirst("^.*/storage/v1/b(?=/)", "");
        if (OBJECTS.containsKey(object)) {
            send(exchange, 200, "application/octet-stream", OBJECTS.get(object));
        } else {
            send(
                    exchange,
                    404,
                    "application/json",
                    "{\"error\": {\"code\": 404, \"message\": \"none such\", \"status\": \"NOT_FOUND\"}}");
        }
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Object resolve(String reference) {
        ReferenceSettings settings =
                ReferenceSettings.of(Path.of(""), environment).with(ReferenceModules.installed());
        return References.of(settings, new SecretMask()).apply("ref+" + reference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gcpsecrets://p/plain?trim_nl=true         | S
        gcpsecrets://p/plain?version=3            | third
        gcpsecrets://p/doc#/foo/bar               | x
        gcpsecrets://p/none?fallback=instead      | instead
        gcpsecrets://p/none?optional=true         | ''
        gcs://bucket/d.yaml#/foo/bar              | 7
        gcs://bucket/d.yaml                       | foo: {bar: 7}
        tfstategs://bucket/s.tfstate/output.url   | u
        """)
    void valuesAreFound(String reference, String value) {
        assertEquals(value, String.valueOf(resolve(reference)));
    }

    @Test
    void secretsAreTakenAsTheyAre() {
        assertEquals("S\n", resolve("gcpsecrets://p/plain"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        gcpsecrets://p/none       | failed to get secret:
        gcpsecrets://lonely       | "lonely" names no secret: PROJECT/SECRET
        gcs://bucket/none         | bucket bucket:
        gcs://bucket/d.yaml?generation=x | cannot convert generation to int64:
        """)
    void refusalsSayWhatWasAsked(String reference, String words) {
        DecsException refused = assertThrows(DecsException.class, () -> resolve(reference));
        assertTrue(refused.getMessage().startsWith("expand " + reference + ": " + words), refused.getMessage());
    }

    @Test
    void bucketsAreReadLikeServersOfTheWeb() {
        Http http = new Http(Duration.ofSeconds(10), 0, environment, Readers.installed());
        byte[] found = http.bytes(Call.get(URI.create("gs://bucket/d.yaml"), Access.anonymous("")));
        assertEquals("foo: {bar: 7}", new String(found, StandardCharsets.UTF_8));
        DecsException none = assertThrows(
                DecsException.class, () -> http.bytes(Call.get(URI.create("gs://bucket/none"), Access.anonymous(""))));
        assertEquals("failed to fetch gs://bucket/none : 404 Not Found", none.getMessage());
    }
}
