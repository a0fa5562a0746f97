package decs.core.secret;

import decs.core.secret.http.JsonHttp;
import decs.core.secret.http.VaultClient;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** {@code ref+vault} and {@code ref+openbao}: fields of secrets in a KV engine of either version. */
final class VaultReferences implements ReferenceProvider {
    private final Map<String, String> environment;

    VaultReferences(Map<String, String> environment) {
        this.environment = Objects.requireNonNull(environment, "environment");
    }

    @Override
    public String text(ReferenceUri uri) {
        int slash = uri.path().lastIndexOf('/');
        if (slash < 0) {
            throw new DecsException("vault: " + uri.path() + " names no field: MOUNT/PATH/FIELD or MOUNT/PATH#/FIELD");
        }
        String field = uri.path().substring(slash + 1);
        Map<String, Object> secret = secret(uri, uri.path().substring(0, slash));
        if (!secret.containsKey(field)) {
            throw new DecsException("vault: get string: key " + GoFormat.quote(field) + " does not exist in "
                    + GoFormat.quote(uri.path().substring(0, slash)));
        }
        return GoFormat.print(secret.get(field));
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        return secret(uri, uri.path());
    }

    private Map<String, Object> secret(ReferenceUri uri, String path) {
        VaultClient vault = client(uri);
        String version = uri.parameter("version", environment);
        Mount mount = mount(vault, path);
        String place = mount.second()
                ? mount.path() + "data/" + path.substring(mount.path().length())
                : path;
        JsonHttp.Answer answer =
                vault.read(mount.second() && !version.isEmpty() ? place + "?version=" + version : place);
        if (answer.status() / 100 != 2) {
            throw vault.failure("GET", place, answer);
        }
        Map<String, Object> data = map(answer.body().get("data"));
        return mount.second() ? map(data.get("data")) : data;
    }

    /** Where a KV engine hangs, and whether it keeps versions. */
    private record Mount(String path, boolean second) {}

    private static Mount mount(VaultClient vault, String path) {
        JsonHttp.Answer answer = vault.read("sys/internal/ui/mounts/" + path);
        Map<String, Object> data = map(answer.body().get("data"));
        boolean second = "2".equals(map(data.get("options")).get("version"));
        return data.get("path") instanceof String mount && path.startsWith(mount)
                ? new Mount(mount, second)
                : new Mount("", false);
    }

    private VaultClient client(ReferenceUri uri) {
        String address = uri.parameter("address", environment);
        if (address.isEmpty()) {
            address = environment.getOrDefault("VAULT_ADDR", "");
        }
        if (address.isEmpty()) {
            throw new DecsException("vault: no address: set VAULT_ADDR or ?address=");
        }
        String namespace = uri.parameter("namespace", environment);
        VaultClient anonymous = new VaultClient(address, "", namespace(namespace));
        return new VaultClient(address, token(uri, anonymous), namespace(namespace));
    }

    private String namespace(String asked) {
        return asked.isEmpty() ? environment.getOrDefault("VAULT_NAMESPACE", "") : asked;
    }

    private String token(ReferenceUri uri, VaultClient anonymous) {
        Map<String, Object> login = new LinkedHashMap<>();
        String mount = uri.query().getOrDefault("auth_mount_point", "");
        String method = uri.parameter("auth_method", environment);
        switch (method.isEmpty() ? "token" : method) {
            case "token" -> {
                return givenToken(uri);
            }
            case "approle" -> {
                login.put("role_id", parameter(uri, "role_id", "VAULT_ROLE_ID"));
                login.put("secret_id", parameter(uri, "secret_id", "VAULT_SECRET_ID"));
            }
            case "kubernetes" -> {
                login.put("role", parameter(uri, "role_id", "VAULT_ROLE_ID"));
                login.put("jwt", file(Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token")));
            }
            case "userpass" -> {
                login.put("password", password(uri));
                mount = (mount.isEmpty() ? method : mount) + "/login/" + parameter(uri, "username", "VAULT_USERNAME");
                return clientToken(anonymous.write("auth/" + mount, login));
            }
            default ->
                throw new DecsException(
                        "vault: unknown auth_method " + method + ": it must be token, approle, kubernetes or userpass");
        }
        return clientToken(anonymous.write("auth/" + (mount.isEmpty() ? method : mount) + "/login", login));
    }

    private String givenToken(ReferenceUri uri) {
        String variable = uri.parameter("token_env", environment);
        String file = uri.parameter("token_file", environment);
        if (!variable.isEmpty()) {
            return environment.getOrDefault(variable, "");
        }
        return file.isEmpty() ? VaultClient.token(environment) : file(Path.of(file));
    }

    private String password(ReferenceUri uri) {
        String variable = uri.parameter("password_env", environment);
        String file = uri.parameter("password_file", environment);
        if (!variable.isEmpty()) {
            return environment.getOrDefault(variable, "");
        }
        return file.isEmpty() ? environment.getOrDefault("VAULT_PASSWORD", "") : file(Path.of(file));
    }

    private static String file(Path file) {
        return GoString.of(Providers.bytes(Path.of(""), file.toString())).strip();
    }

    private String parameter(ReferenceUri uri, String name, String variable) {
        String value = uri.parameter(name, environment);
        return value.isEmpty() ? environment.getOrDefault(variable, "") : value;
    }

    private static String clientToken(Map<String, Object> answer) {
        if (map(answer.get("auth")).get("client_token") instanceof String token) {
            return token;
        }
        throw new DecsException("vault: the login gave no token");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new ValueMap();
    }
}
