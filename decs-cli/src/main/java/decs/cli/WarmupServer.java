package decs.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of an API server and of a chart repository on loopback as {@link Warmup} needs: discovery, objects kept as they
 * were sent, and the files of a folder.
 */
final class WarmupServer implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\"metadata\":\\{[^{}]*?\"name\":\"([^\"]+)\"");
    private static final String NOT_FOUND =
            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"reason\":\"NotFound\",\"code\":404}";

    private final Map<String, String> objects = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final Path charts;

    WarmupServer(Path charts) throws IOException {
        this.charts = charts;
        objects.put("/version", "{\"major\":\"1\",\"minor\":\"35\",\"gitVersion\":\"v1.35.0\"}");
        objects.put("/api", resource("api.json"));
        objects.put("/apis", resource("apis.json"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.createContext("/charts/", this::file);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String resource(String name) throws IOException {
        try (InputStream text = WarmupServer.class.getResourceAsStream("warmup/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<String> found =
                switch (exchange.getRequestMethod()) {
                    case "POST" -> Optional.of(kept(path + "/" + name(body), body));
                    case "PUT" -> Optional.of(kept(path, body));
                    case "PATCH" -> Optional.of(objects.computeIfAbsent(path, absent -> body));
                    case "DELETE" -> Optional.ofNullable(objects.remove(path));
                    default -> Optional.ofNullable(objects.get(path)).or(() -> list(path));
                };
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, found.isPresent() ? 200 : 404, found.orElse(NOT_FOUND).getBytes(StandardCharsets.UTF_8));
    }

    private void file(HttpExchange exchange) throws IOException {
        Path file = charts.resolve(exchange.getRequestURI().getPath().substring("/charts/".length()));
        send(exchange, 200, Files.readAllBytes(file));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String kept(String path, String body) {
        objects.put(path, body);
        return body;
    }

    private static String name(String body) {
        Matcher matcher = NAME.matcher(body);
        return matcher.find() ? matcher.group(1) : "nameless";
    }

    /** The records of releases, where a collection is asked for. */
    private Optional<String> list(String path) {
        if (!path.endsWith("/secrets")) {
            return Optional.empty();
        }
        String items = objects.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(path + "/sh.helm"))
                .map(Map.Entry::getValue)
                .reduce((left, right) -> left + "," + right)
                .orElse("");
        return Optional.of("{\"kind\":\"SecretList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[" + items + "]}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
