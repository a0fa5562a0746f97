package decs.helm.kube.fabric8;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request to an API server.
 *
 * @param path with its query, from the root
 */
record ApiRequest(
        String method, String path, String accept, String mediaType, Optional<String> body, Repetition repetition) {
    static final String JSON = "application/json";

    /** What comes of sending a request twice. */
    enum Repetition {
        /** The same as of sending it once. */
        HARMLESS,
        /** The same, but it is about one version of an object: that there is another one now is an answer. */
        CONDITIONAL,
        /** Something else. */
        HARMFUL
    }

    static ApiRequest get(String path) {
        return new ApiRequest("GET", path, JSON, JSON, Optional.empty(), Repetition.HARMLESS);
    }

    static ApiRequest write(String method, String path, String body, Repetition repetition) {
        return new ApiRequest(method, path, JSON, JSON, Optional.of(body), repetition);
    }

    ApiRequest accepting(String types) {
        return new ApiRequest(method, path, types, mediaType, body, repetition);
    }

    ApiRequest sentAs(String type) {
        return new ApiRequest(method, path, accept, type, body, repetition);
    }

    /** The request for a watch with an end, after a moment. */
    ApiRequest forAMoment() {
        return new ApiRequest(method, path + "&timeoutSeconds=1", accept, mediaType, body, repetition);
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** A path with a query; entries without value are left out. */
    static String withQuery(String path, Map<String, String> query) {
        Map<String, String> given = new LinkedHashMap<>(query);
        given.values().removeIf(String::isEmpty);
        StringBuilder full = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> entry : given.entrySet()) {
            full.append(separator).append(entry.getKey()).append('=').append(encode(entry.getValue()));
            separator = '&';
        }
        return full.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
