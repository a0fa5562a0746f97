package decs.core.secret.http;

import decs.template.source.DecsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Vault (or OpenBao) server, asked with a token: {@code VAULT_ADDR}, {@code VAULT_TOKEN}, {@code VAULT_NAMESPACE}. */
public final class VaultClient {
    private final String address;
    private final String token;
    private final String namespace;
    private final JsonHttp http = new JsonHttp();

    public VaultClient(String address, String token, String namespace) {
        this.address = address;
        this.token = token;
        this.namespace = namespace;
    }

    /** The server at {@code address}, or the environment's own when that is empty. */
    public static VaultClient of(String address, Map<String, String> environment) {
        String server = address.isEmpty() ? environment.getOrDefault("VAULT_ADDR", "") : address;
        if (server.isEmpty()) {
            throw new DecsException("vault: no address: set VAULT_ADDR");
        }
        return new VaultClient(server, token(environment), environment.getOrDefault("VAULT_NAMESPACE", ""));
    }

    /** The user's token: {@code VAULT_TOKEN}, else the file that {@code vault login} writes. */
    public static String token(Map<String, String> environment) {
        String token = environment.getOrDefault("VAULT_TOKEN", "");
        Path file = Path.of(environment.getOrDefault("HOME", ""), ".vault-token");
        if (!token.isEmpty() || !Files.isReadable(file)) {
            return token;
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new DecsException("vault: " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** The secret at a path, as the server answers it. */
    public JsonHttp.Answer read(String path) {
        return http.get(uri(path), headers());
    }

    /** What the server answers to an operation. */
    public Map<String, Object> write(String path, Map<String, ?> body) {
        JsonHttp.Answer answer = http.post(uri(path), headers(), body);
        if (answer.status() / 100 != 2) {
            throw failure("POST", path, answer);
        }
        return answer.body();
    }

    public DecsException failure(String method, String path, JsonHttp.Answer answer) {
        String why = answer.body().get("errors") instanceof List<?> errors && !errors.isEmpty() ? ": " + errors : "";
        return new DecsException("vault: " + method + " " + path + " was answered with " + answer.status() + why);
    }

    private URI uri(String path) {
        String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return URI.create(base + "/v1/" + path);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Vault-Request", "true");
        if (!token.isEmpty()) {
            headers.put("X-Vault-Token", token);
        }
        if (!namespace.isEmpty()) {
            headers.put("X-Vault-Namespace", namespace);
        }
        return headers;
    }
}
