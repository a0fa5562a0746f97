package decs.helm.kube.fabric8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.ClusterException;
import decs.helm.kube.ListQuery;
import decs.helm.kube.Watch;
import decs.helm.kube.WatchEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that compresses its answers and refuses a watch: the listener hears why, and nobody waits for ever. */
class RefusedWatchTest {
    private static final String PODS = """
        {"metadata": {"name": ""}, "versions": [{"version": "v1", "resources": [{"resource": "pods", "scope": "Namespaced",
         "responseKind": {"group": "", "version": "v1", "kind": "Pod"}, "verbs": ["get", "list", "watch"]}]}]}\
        """;

    private final List<String> watches = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int refusal;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        if (query.contains("watch=true")) {
            watches.add(query);
            send(
                    exchange,
                    refusal,
                    "{\"kind\": \"Status\", \"code\": " + refusal + ", \"message\": \"no watch today\"}");
            return;
        }
        exchange.getResponseHeaders()
                .set("Content-Type", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");
        boolean core = exchange.getRequestURI().getPath().equals("/api");
        String kinds = "{\"kind\": \"APIGroupDiscoveryList\", \"apiVersion\": \"apidiscovery.k8s.io/v2\", \"items\": [";
        send(exchange, 200, kinds + (core ? PODS : "") + "]}");
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        }
        return packed.toByteArray();
    }

    private static void send(HttpExchange exchange, int code, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        if ("gzip".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"))) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            body = packed(body);
        }
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Optional<ClusterException> ended() throws InterruptedException {
        BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        ClusterAccess access = new ClusterAccess(
                Optional.empty(),
                Optional.empty(),
                Optional.of(address),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
        try (Fabric8Cluster cluster = Fabric8Cluster.open(access, Map.of(), Optional.empty(), warning -> {})) {
            Watch watch = cluster.watch(ListQuery.of("v1", "Pod").inNamespace("default"), "1", events::add);
            WatchEvent first = events.poll(30, TimeUnit.SECONDS);
            watch.close();
            return ((WatchEvent.Ended) first).failure();
        }
    }

    @Test
    void aServerThatCannotIsNotAskedWhy() throws InterruptedException {
        refusal = 503;
        assertEquals(503, ended().orElseThrow().code());
        assertEquals(1, watches.size());
    }

    @Test
    void aServerThatWillNotIsAskedInARequestThatEnds() throws InterruptedException {
        refusal = 403;
        assertTrue(ended().orElseThrow().getMessage().contains("no watch today"));
        assertFalse(watches.get(0).contains("timeoutSeconds"));
        assertTrue(watches.get(watches.size() - 1).contains("timeoutSeconds=1"));
    }
}
