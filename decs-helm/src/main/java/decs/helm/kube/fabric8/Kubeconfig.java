package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterAccess;
import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Reason;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kubeconfig files laid over each other: of two entries with one name the first counts.
 *
 * <p>Mirrors: client-go's ClientConfigLoadingRules and ConfigOverrides.
 */
final class Kubeconfig {
    private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private final Map<String, Entry> clusters = new LinkedHashMap<>();
    private final Map<String, Entry> users = new LinkedHashMap<>();
    private final Map<String, Entry> contexts = new LinkedHashMap<>();
    private String current = "";

    /** An entry, and the folder that its relative paths start from. */
    private record Entry(Map<?, ?> fields, Path folder) {
        static final Entry NONE = new Entry(Map.of(), Path.of(""));

        Optional<String> text(String key) {
            return fields.get(key) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
        }

        Optional<String> file(String key) {
            return text(key).map(name -> folder.resolve(name).toString());
        }
    }

    static Kubeconfig read(ClusterAccess access, Map<String, String> environment) {
        Kubeconfig config = new Kubeconfig();
        Optional<String> asked = access.kubeconfig().filter(path -> !path.isEmpty());
        if (asked.isPresent() && !Files.exists(Path.of(asked.get()))) {
            throw bad("stat " + asked.get() + ": no such file or directory");
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        String listed = environment.getOrDefault("KUBECONFIG", "");
        String paths = asked.orElse(listed.isEmpty() ? home + "/.kube/config" : listed);
        for (String path : paths.split(File.pathSeparator)) {
            if (!path.isEmpty() && Files.isRegularFile(Path.of(path))) {
                config.add(Path.of(path).toAbsolutePath());
            }
        }
        return config;
    }

    private void add(Path file) {
        try {
            Object tree = Yaml.read(Source.of(file.toString(), Files.readString(file)));
            if (tree instanceof Map<?, ?> config) {
                collect(config.get("clusters"), "cluster", file.getParent(), clusters);
                collect(config.get("users"), "user", file.getParent(), users);
                collect(config.get("contexts"), "context", file.getParent(), contexts);
                if (current.isEmpty() && config.get("current-context") instanceof String name) {
                    current = name;
                }
            }
        } catch (IOException e) {
            throw bad("error loading config file \"" + file + "\": " + e.getMessage());
        }
    }

    private static void collect(Object list, String what, Path folder, Map<String, Entry> into) {
        if (!(list instanceof List<?> entries)) {
            return;
        }
        for (Object each : entries) {
            if (each instanceof Map<?, ?> entry && entry.get("name") instanceof String name) {
                Map<?, ?> fields = entry.get(what) instanceof Map<?, ?> map ? map : Map.of();
                into.putIfAbsent(name, new Entry(fields, folder));
            }
        }
    }

    private Entry context(ClusterAccess access) {
        String name = access.context().filter(text -> !text.isEmpty()).orElse(current);
        Entry context = contexts.get(name);
        if (context == null && access.context().filter(text -> !text.isEmpty()).isPresent()) {
            throw bad("context \"" + name + "\" does not exist");
        }
        return context == null ? Entry.NONE : context;
    }

    Connection connection(ClusterAccess access, Map<String, String> environment) {
        Entry context = context(access);
        Entry cluster = context.text("cluster").map(clusters::get).orElse(Entry.NONE);
        Entry user = context.text("user").map(users::get).orElse(Entry.NONE);
        Optional<String> server =
                access.apiServer().filter(text -> !text.isEmpty()).or(() -> cluster.text("server"));
        if (server.isEmpty() && Files.isReadable(ACCOUNT.resolve("token"))) {
            return inCluster(access, environment);
        }
        ExecCredential.Credential plugin =
                access.token().isEmpty() && user.fields().get("exec") instanceof Map<?, ?> exec
                        ? ExecCredential.run(exec, user.folder(), environment)
                        : ExecCredential.Credential.NONE;
        boolean insecure = access.insecureSkipTlsVerify()
                || Boolean.TRUE.equals(cluster.fields().get("insecure-skip-tls-verify"));
        return new Connection(
                server.map(Kubeconfig::withScheme).orElse("http://localhost:8080"),
                access.caFile().isPresent() ? Optional.empty() : cluster.text("certificate-authority-data"),
                access.caFile().or(() -> cluster.file("certificate-authority")),
                user.text("client-certificate-data").or(plugin::certificate),
                user.file("client-certificate"),
                user.text("client-key-data").or(plugin::key),
                user.file("client-key"),
                access.token()
                        .filter(text -> !text.isEmpty())
                        .or(() -> user.file("tokenFile").map(Kubeconfig::contents))
                        .or(() -> user.text("token"))
                        .or(plugin::token),
                user.text("username"),
                user.text("password"),
                insecure,
                access.tlsServerName().filter(text -> !text.isEmpty()).or(() -> cluster.text("tls-server-name")),
                cluster.text("proxy-url"),
                context.text("namespace").orElse("default"));
    }

    private static Connection inCluster(ClusterAccess access, Map<String, String> environment) {
        String host = environment.getOrDefault("KUBERNETES_SERVICE_HOST", "kubernetes.default.svc");
        String port = environment.getOrDefault("KUBERNETES_SERVICE_PORT", "443");
        Path namespace = ACCOUNT.resolve("namespace");
        Optional<String> none = Optional.empty();
        return new Connection(
                "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port,
                none,
                access.caFile().or(() -> Optional.of(ACCOUNT.resolve("ca.crt").toString())),
                none,
                none,
                none,
                none,
                access.token()
                        .or(() -> Optional.of(contents(ACCOUNT.resolve("token").toString()))),
                none,
                none,
                access.insecureSkipTlsVerify(),
                access.tlsServerName(),
                none,
                Files.isReadable(namespace) ? contents(namespace.toString()) : "default");
    }

    private static String withScheme(String server) {
        String full = server.contains("://") ? server : "http://" + server;
        return full.endsWith("/") ? full.substring(0, full.length() - 1) : full;
    }

    private static String contents(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw bad("open " + file + ": " + e.getMessage());
        }
    }

    private static ClusterException bad(String message) {
        return new ClusterException(Reason.BAD_ACCESS, 0, message);
    }

    String namespace(ClusterAccess access) {
        return context(access).text("namespace").orElse("default");
    }
}
