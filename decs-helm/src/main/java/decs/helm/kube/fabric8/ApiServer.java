package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.ObjectRef;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Requests to one API server, with its failures as {@link ClusterException}s. */
final class ApiServer {
    private static final String JSON = "application/json";
    private static final long SECONDS = 90;

    private final HttpClient http;
    private final String base;

    ApiServer(HttpClient http, String base) {
        this.http = http;
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    HttpClient http() {
        return http;
    }

    HttpRequest.Builder request(String path) {
        return http.newHttpRequestBuilder().uri(base + path);
    }

    Map<String, Object> get(String path, String accept) {
        return send(request(path).header("Accept", accept).build());
    }

    Map<String, Object> get(String path) {
        return get(path, JSON);
    }

    Map<String, Object> write(String method, String path, String contentType, Object body) {
        String text = body == null ? "" : Json.write(body);
        return send(request(path)
                .header("Accept", JSON)
                .method(method, contentType, text)
                .build());
    }

    String text(String path) {
        return raw(request(path).header("Accept", "*/*").build());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> send(HttpRequest request) {
        String body = raw(request);
        return (Map<String, Object>) Json.read(body);
    }

    private String raw(HttpRequest request) {
        HttpResponse<byte[]> response;
        try {
            response = http.sendAsync(request, byte[].class).get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClusterException(ClusterException.Reason.UNREACHABLE, 0, "interrupted while asking " + base);
        } catch (java.util.concurrent.TimeoutException late) {
            throw new ClusterException(
                    ClusterException.Reason.TIMEOUT, 0, base + " did not answer within " + SECONDS + " s");
        } catch (ExecutionException failed) {
            throw unreachable(failed.getCause() == null ? failed : failed.getCause());
        }
        String body =
                response.body() == null ? "" : new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        if (!response.isSuccessful()) {
            throw refused(response.code(), body, response.header("Retry-After"));
        }
        return body;
    }

    private ClusterException unreachable(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && !(root instanceof IOException && root.getMessage() != null)) {
            root = root.getCause();
        }
        String why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        ClusterException.Details details = new ClusterException.Details(
                ClusterException.Reason.UNREACHABLE,
                0,
                "Kubernetes cluster unreachable: " + base + ": " + why,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.of("is the address right, is the server up, and may this machine reach it?"));
        return new ClusterException(details, cause);
    }

    private static ClusterException refused(int code, String body, String retryAfter) {
        String message = body.strip();
        String reason = "";
        Optional<ObjectRef> object = Optional.empty();
        List<ClusterException.Cause> causes = new ArrayList<>();
        try {
            if (Json.read(body) instanceof Map<?, ?> status && "Status".equals(status.get("kind"))) {
                message = text(status, "message");
                reason = text(status, "reason");
                if (status.get("details") instanceof Map<?, ?> details) {
                    object = Optional.of(
                            new ObjectRef(text(details, "group"), text(details, "kind"), "", text(details, "name")));
                    if (details.get("causes") instanceof List<?> list) {
                        for (Object item : list) {
                            if (item instanceof Map<?, ?> cause) {
                                causes.add(new ClusterException.Cause(
                                        text(cause, "reason"), text(cause, "message"), text(cause, "field")));
                            }
                        }
                    }
                }
            }
        } catch (DecsException notJson) {
            message = body.strip();
        }
        OptionalInt after = retryAfter != null && retryAfter.matches("\\d{1,6}")
                ? OptionalInt.of(Integer.parseInt(retryAfter))
                : OptionalInt.empty();
        if (message.isEmpty()) {
            message = "the server answered " + code;
        }
        return new ClusterException(
                new ClusterException.Details(
                        ClusterException.Reason.of(reason, code), code, message, object, causes, after, hint(code)),
                null);
    }

    private static Optional<String> hint(int code) {
        return switch (code) {
            case 401 -> Optional.of("the token or certificate is not accepted; is it expired?");
            case 403 -> Optional.of("the account may not do this; ask for a role that allows it in this namespace");
            default -> Optional.empty();
        };
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
