package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Cause;
import decs.helm.kube.ClusterException.Details;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.KubeObject;
import decs.template.yaml.Json;
import decs.template.yaml.YamlException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;

/** Refusals of a server, and failures on the way to it, in the words that Helm prints. */
final class Failures {
    private Failures() {}

    /** What a response with an error status says. */
    static ClusterException of(int code, String body, OptionalInt retryAfter) {
        return of(status(body), code, body, retryAfter);
    }

    static ClusterException of(KubeObject status, int code, String body, OptionalInt retryAfter) {
        Reason reason = Reason.of(status.text("reason").orElse(""), code);
        List<Cause> causes = status.maps("details", "causes").stream()
                .map(cause -> new Cause(text(cause, "reason"), text(cause, "message"), text(cause, "field")))
                .toList();
        OptionalInt wait = retryAfter.isPresent()
                ? retryAfter
                : status.number("details", "retryAfterSeconds")
                        .map(seconds -> OptionalInt.of(seconds.intValue()))
                        .orElse(OptionalInt.empty());
        String message = status.text("message").filter(text -> !text.isEmpty()).orElseGet(() -> plain(code, body));
        if (code == 401) {
            message = "the server has asked for the client to provide credentials";
        }
        return new ClusterException(
                new Details(reason, code, message, Optional.empty(), causes, wait, hint(reason)), null);
    }

    private static KubeObject status(String body) {
        try {
            if (Json.read(body) instanceof Map<?, ?> map && "Status".equals(map.get("kind"))) {
                return ApiJson.object(map);
            }
        } catch (YamlException e) {
            return KubeObject.of(Map.of()); // no JSON: a proxy's page, or plain text
        }
        return KubeObject.of(Map.of());
    }

    private static String text(Map<String, Object> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    private static String plain(int code, String body) {
        return switch (code) {
            case 404 -> "the server could not find the requested resource";
            case 503 -> "the server is currently unable to handle the request";
            case 504 ->
                "the server was unable to return a response in the time allotted, but may still be processing "
                        + "the request";
            case 429 -> "the server has received too many requests and has asked us to try again later";
            default ->
                body.isBlank()
                        ? "an error on the server (\"unknown\") has prevented the request from succeeding"
                        : "an error on the server (" + Json.write(body.strip())
                                + ") has prevented the request from succeeding";
        };
    }

    private static Optional<String> hint(Reason reason) {
        return switch (reason) {
            case FORBIDDEN -> Optional.of("ask for the right, or use other credentials (--kube-token, --kube-as-user)");
            case UNAUTHORIZED -> Optional.of("the credentials are wrong or have expired; log in anew");
            default -> Optional.empty();
        };
    }

    /** A request that got no answer. */
    static ClusterException unreachable(String method, URI uri, Throwable failure) {
        String words = words(uri, failure);
        String verb = method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
        return new ClusterException(
                new Details(
                        Reason.UNREACHABLE,
                        0,
                        verb + " \"" + uri + "\": " + words,
                        Optional.empty(),
                        List.of(),
                        OptionalInt.empty(),
                        Optional.of(unreachableHint(uri))),
                failure);
    }

    /** {@code localhost:8080} is where clients look when nothing tells them where the server is. */
    private static String unreachableHint(URI uri) {
        return uri.getPort() == 8080 && uri.getHost().equals("localhost")
                ? "no kubeconfig and no service account say where the cluster is: give --kubeconfig, or"
                        + " --kube-apiserver with --kube-token and --kube-ca-file; or release into a folder with --local"
                        + " DIR"
                : "check the server's address and the network: " + uri.getHost();
    }

    private static String words(URI uri, Throwable failure) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        String host = uri.getHost().equals("localhost") ? "127.0.0.1" : uri.getHost();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "dial tcp: lookup " + uri.getHost() + ": no such host";
            }
            if (cause instanceof HttpTimeoutException) {
                return "dial tcp " + host + ":" + port + ": i/o timeout";
            }
            if (cause instanceof SSLException) {
                return String.valueOf(cause.getMessage()).contains("PKIX")
                        ? "tls: failed to verify certificate: x509: certificate signed by unknown authority"
                        : "tls: " + cause.getMessage();
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return "dial tcp " + host + ":" + port + ": connect: connection refused";
            }
        }
        return String.valueOf(failure.getMessage());
    }
}
