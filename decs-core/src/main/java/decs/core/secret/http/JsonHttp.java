package decs.core.secret.http;

import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Requests that are answered with a JSON object. Messages name the place that was asked, never what was sent. */
public final class JsonHttp {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private HttpClient client;

    /** What was answered, with its status. */
    public record Answer(int status, Map<String, Object> body) {}

    public Answer get(URI uri, Map<String, String> headers) {
        return send(builder(uri, headers).GET().build());
    }

    public Answer post(URI uri, Map<String, String> headers, Map<String, ?> body) {
        return send(builder(uri, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    /** Made on first use: a client reads the machine's certificates, which takes time that most runs need not spend. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(LONGEST)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    private static HttpRequest.Builder builder(URI uri, Map<String, String> headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(LONGEST);
        headers.forEach(builder::header);
        return builder;
    }

    @SuppressWarnings("unchecked")
    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client().send(request, HttpResponse.BodyHandlers.ofString());
            Object body = response.body().isBlank() ? new ValueMap() : Json.read(response.body());
            return new Answer(
                    response.statusCode(), body instanceof Map<?, ?> map ? (Map<String, Object>) map : new ValueMap());
        } catch (IOException unreachable) {
            throw new DecsException(place(request) + ": " + unreachable.getMessage(), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DecsException(place(request) + ": interrupted", stopped);
        }
    }

    private static String place(HttpRequest request) {
        return request.method() + " " + request.uri().getHost() + request.uri().getPath();
    }
}
