package decs.helm.registry;

import com.sun.net.httpserver.HttpExchange;
import decs.helm.archive.Digests;
import decs.helm.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A registry on this machine for one test: blobs, manifests and tags in memory, behind basic or token logins if wished. */
final class LoopbackRegistry implements AutoCloseable {
    final LoopbackServer server = new LoopbackServer();
    final Map<String, byte[]> blobs = new LinkedHashMap<>();
    final Map<String, byte[]> manifests = new LinkedHashMap<>();
    String challenge = "";
    String wanted = "";
    int pageSize = 100;

    LoopbackRegistry() {
        server.on(this::answer);
    }

    boolean answer(HttpExchange exchange, String path) throws IOException {
        if (path.startsWith("/token")) {
            LoopbackServer.send(exchange, 200, "{\"token\":\"abc\"}".getBytes(StandardCharsets.UTF_8));
            return true;
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!challenge.isEmpty() && !wanted.equals(authorization)) {
            exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
            LoopbackServer.send(exchange, 401, new byte[0]);
            return true;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                exchange.getResponseHeaders().set("Location", "/upload/1?state=x");
                LoopbackServer.send(exchange, 202, new byte[0]);
            }
            case "PUT" -> put(exchange, path, body);
            default -> get(exchange, path);
        }
        return true;
    }

    private void put(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (path.startsWith("/upload/")) {
            blobs.put(path.substring(path.indexOf("digest=") + 7), body);
        } else {
            manifests.put(path.substring(path.lastIndexOf('/') + 1), body);
            manifests.put("sha256:" + Digests.sha256(body), body);
        }
        LoopbackServer.send(exchange, 201, new byte[0]);
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.equals("/v2/")) {
            LoopbackServer.send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
        } else if (last.startsWith("list")) {
            tags(exchange, last);
        } else {
            byte[] found = path.contains("/blobs/") ? blobs.get(last) : manifests.get(last);
            LoopbackServer.send(exchange, found == null ? 404 : 200, found == null ? new byte[0] : found);
        }
    }

    private void tags(HttpExchange exchange, String last) throws IOException {
        TreeSet<String> tags = new TreeSet<>(manifests.keySet());
        tags.removeIf(tag -> tag.startsWith("sha256:"));
        int from = last.contains("last=") ? Integer.parseInt(last.substring(last.indexOf("last=") + 5)) : 0;
        String page = tags.stream()
                .skip(from)
                .limit(pageSize)
                .map(tag -> "\"" + tag + "\"")
                .collect(Collectors.joining(","));
        if (from + pageSize < tags.size()) {
            exchange.getResponseHeaders()
                    .set("Link", "</v2/charts/app/tags/list?last=" + (from + pageSize) + ">; rel=\"next\"");
        }
        LoopbackServer.send(
                exchange, 200, ("{\"name\":\"charts/app\",\"tags\":[" + page + "]}").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
