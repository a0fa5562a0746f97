package decs.helm.registry;

import decs.helm.archive.WholeFile;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Logins to registries in Docker's form: Helm's own file first, then Docker's. Where a file names a credential helper for
 * a host, the helper keeps the login.
 */
public final class Logins {
    private final Path own;
    private final List<Path> others;
    private final Map<String, String> environment;

    /** @param environment says where Docker's file is ({@code DOCKER_CONFIG}, else below {@code HOME}) */
    public Logins(Path own, Map<String, String> environment) {
        this.own = own;
        this.environment = environment;
        String folder = environment.getOrDefault("DOCKER_CONFIG", "");
        Path docker = folder.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".docker")
                : Path.of(folder);
        this.others = List.of(docker.resolve("config.json"));
    }

    /** A user and what it proves itself with; without a user, a token that the registry's token server takes. */
    public record Login(String username, String secret) {
        @Override
        public String toString() {
            return username;
        }
    }

    /** The login to {@code host}, if there is one. */
    public Optional<Login> find(String host) {
        Optional<Login> found = find(own, host);
        for (Path other : others) {
            found = found.isPresent() ? found : find(other, host);
        }
        return found;
    }

    private Optional<Login> find(Path file, String host) {
        Map<String, Object> config = read(file);
        Optional<String> helper = helper(config, host);
        if (helper.isPresent()) {
            return new CredentialStore(helper.get(), environment).get(server(host));
        }
        return entry(config, host).flatMap(Logins::login);
    }

    private static Optional<Map<?, ?>> entry(Map<String, Object> config, String host) {
        if (config.get("auths") instanceof Map<?, ?> auths) {
            for (String key : List.of(server(host), host, "https://" + host, "http://" + host)) {
                if (auths.get(key) instanceof Map<?, ?> entry) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    /** Docker's own registry goes by an older name. */
    private static String server(String host) {
        return host.equals("docker.io") || host.equals("registry-1.docker.io") ? "https://index.docker.io/v1/" : host;
    }

    private static Optional<Login> login(Map<?, ?> entry) {
        if (entry.get("identitytoken") instanceof String token && !token.isEmpty()) {
            return Optional.of(new Login("", token));
        }
        if (entry.get("auth") instanceof String auth && !auth.isEmpty()) {
            try {
                String pair = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                return colon < 0
                        ? Optional.empty()
                        : Optional.of(new Login(pair.substring(0, colon), pair.substring(colon + 1)));
            } catch (IllegalArgumentException noBase64) {
                return Optional.empty();
            }
        }
        return entry.get("username") instanceof String name && entry.get("password") instanceof String password
                ? Optional.of(new Login(name, password))
                : Optional.empty();
    }

    private static Optional<String> helper(Map<String, Object> config, String host) {
        if (config.get("credHelpers") instanceof Map<?, ?> helpers && helpers.get(host) instanceof String helper) {
            return Optional.of(helper);
        }
        return config.get("credsStore") instanceof String store && !store.isEmpty()
                ? Optional.of(store)
                : Optional.empty();
    }

    /** Keeps a login. */
    public void keep(String host, Login login) {
        Map<String, Object> config = read(own);
        Optional<String> helper = helper(config, host);
        if (helper.isPresent()) {
            new CredentialStore(helper.get(), environment).store(server(host), login);
            return;
        }
        ValueMap auths = auths(config);
        ValueMap entry = new ValueMap();
        String pair = login.username() + ":" + login.secret();
        entry.put("auth", Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        auths.put(server(host), entry);
        write(config, auths);
    }

    /** Forgets a login. */
    public void forget(String host) {
        Map<String, Object> config = read(own);
        Optional<String> helper = helper(config, host);
        if (helper.isPresent()) {
            new CredentialStore(helper.get(), environment).erase(server(host));
            return;
        }
        ValueMap auths = auths(config);
        if (auths.remove(server(host)) != null) {
            write(config, auths);
        }
    }

    private static ValueMap auths(Map<String, Object> config) {
        ValueMap auths = new ValueMap();
        if (config.get("auths") instanceof Map<?, ?> there) {
            there.forEach((key, value) -> auths.put(String.valueOf(key), value));
        }
        return auths;
    }

    private void write(Map<String, Object> config, ValueMap auths) {
        ValueMap all = new ValueMap();
        config.forEach(all::put);
        all.put("auths", auths);
        WholeFile.secret(own).write(Json.writeIndented(all, "\t").getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> read(Path file) {
        ValueMap config = new ValueMap();
        try {
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                if (!(Json.read(Files.readString(file)) instanceof Map<?, ?> map)) {
                    throw new DecsException(file + " is no file of logins: an object was expected");
                }
                map.forEach((key, value) -> config.put(String.valueOf(key), value));
            }
        } catch (IOException unreadable) {
            throw new DecsException("open " + file + ": " + unreadable.getMessage(), unreadable);
        }
        return config;
    }
}
