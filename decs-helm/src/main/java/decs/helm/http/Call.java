package decs.helm.http;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One request.
 *
 * @param access whose certificates are used; its credentials go along where they belong, unless a header
 *     {@code Authorization} is given
 * @param mostBytes how much of an answer is read before it is refused
 */
public record Call(
        String method, URI uri, Access access, Map<String, String> headers, BodyPublisher body, long mostBytes) {
    private static final long USUAL_BYTES = 16L << 20;

    public Call {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(access, "access");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
    }

    public static Call get(URI uri, Access access) {
        return new Call("GET", uri, access, Map.of(), BodyPublishers.noBody(), USUAL_BYTES);
    }

    public Call atMost(long bytes) {
        return new Call(method, uri, access, headers, body, bytes);
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, uri, access, more, body, mostBytes);
    }

    public Call without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Call(method, uri, access, fewer, body, mostBytes);
    }

    public Call to(URI other) {
        return new Call(method, other, access, headers, body, mostBytes);
    }

    public Call sending(String method, BodyPublisher body) {
        return new Call(method, uri, access, headers, body, mostBytes);
    }
}
