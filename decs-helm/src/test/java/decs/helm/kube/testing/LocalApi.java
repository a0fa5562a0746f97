package decs.helm.kube.testing;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.DeleteOptions.Propagation;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.ObjectList;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.Patch;
import decs.helm.kube.ResourceType;
import decs.helm.kube.ServerVersion;
import decs.helm.kube.Watch;
import decs.helm.kube.WatchEvent;
import decs.helm.kube.WriteOptions;
import decs.template.yaml.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;

/** A cluster of this process behind the addresses of an API server. */
public final class LocalApi implements ApiBackend {
    private final Cluster cluster;

    public LocalApi(Cluster cluster) {
        this.cluster = cluster;
    }

    /** A path taken apart; the name is empty for a whole collection. */
    private record Address(ResourceType type, String namespace, String name, Map<String, String> query) {
        ObjectRef ref() {
            return new ObjectRef(type.apiVersion(), type.kind(), namespace, name);
        }

        ListQuery list() {
            return ListQuery.of(type.apiVersion(), type.kind())
                    .inNamespace(namespace)
                    .withLabels(query.getOrDefault("labelSelector", ""))
                    .withFields(query.getOrDefault("fieldSelector", ""));
        }

        WriteOptions options() {
            WriteOptions options = WriteOptions.by(query.getOrDefault("fieldManager", "unknown"));
            return query.containsKey("dryRun") ? options.withDryRun() : options;
        }
    }

    @Override
    public Answer answer(Request request) {
        try {
            String[] parts = request.path().split("\\?", 2);
            return switch (parts[0]) {
                case "/version" -> json(version());
                case "/api" -> json(discovery(true));
                case "/apis" -> json(discovery(false));
                default -> object(request, address(parts[0], parts.length > 1 ? parts[1] : ""));
            };
        } catch (ClusterException refused) {
            return new Answer(refused.code(), FaultProxy.stream(Json.write(status(refused))));
        }
    }

    private static Answer json(Map<String, Object> object) {
        return new Answer(200, FaultProxy.stream(Json.write(object)));
    }

    private static Map<String, Object> status(ClusterException refused) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("kind", "Status");
        status.put("apiVersion", "v1");
        status.put("status", "Failure");
        status.put("message", refused.getMessage());
        status.put("reason", refused.reason().word());
        status.put("code", (long) refused.code());
        List<Map<String, Object>> causes = new ArrayList<>();
        refused.causes()
                .forEach(cause -> causes.add(
                        Map.of("reason", cause.reason(), "message", cause.message(), "field", cause.field())));
        status.put("details", Map.of("causes", causes));
        return status;
    }

    private Map<String, Object> version() {
        ServerVersion version = cluster.version();
        return Map.of("major", version.major(), "minor", version.minor(), "gitVersion", version.gitVersion());
    }

    private Map<String, Object> discovery(boolean core) {
        Map<String, Map<String, List<Map<String, Object>>>> groups = new LinkedHashMap<>();
        for (ResourceType type : cluster.discovery(Cluster.Freshness.NEW).resources()) {
            if (type.group().isEmpty() == core) {
                groups.computeIfAbsent(type.group(), group -> new LinkedHashMap<>())
                        .computeIfAbsent(type.version(), version -> new ArrayList<>())
                        .add(Map.of(
                                "resource",
                                type.plural(),
                                "responseKind",
                                Map.of("kind", type.kind()),
                                "scope",
                                type.namespaced() ? "Namespaced" : "Cluster"));
            }
        }
        List<Map<String, Object>> items = new ArrayList<>();
        groups.forEach((group, versions) -> {
            List<Map<String, Object>> list = new ArrayList<>();
            versions.forEach((version, resources) -> list.add(Map.of("version", version, "resources", resources)));
            items.add(Map.of("metadata", Map.of("name", group), "versions", list));
        });
        return Map.of("kind", "APIGroupDiscoveryList", "items", items);
    }

    private Address address(String path, String query) {
        List<String> steps = new ArrayList<>(List.of(path.substring(1).split("/")));
        String root = steps.remove(0);
        String groupVersion = root.equals("api") ? steps.remove(0) : steps.remove(0) + "/" + steps.remove(0);
        String namespace = "";
        if (steps.size() > 2 && steps.get(0).equals("namespaces")) {
            steps.remove(0);
            namespace = decoded(steps.remove(0));
        }
        String plural = steps.remove(0);
        ResourceType type = cluster.discovery(Cluster.Freshness.KEPT).resources().stream()
                .filter(each ->
                        each.apiVersion().equals(groupVersion) && each.plural().equals(plural))
                .findFirst()
                .orElseThrow(() -> new ClusterException(
                        ClusterException.Reason.NOT_FOUND, 404, "the server could not find the requested resource"));
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] sides = pair.split("=", 2);
            parameters.put(sides[0], decoded(sides[1]));
        }
        return new Address(type, namespace, steps.isEmpty() ? "" : decoded(steps.get(0)), parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private Answer object(Request request, Address address) {
        return switch (request.method()) {
            case "GET" ->
                request.isWatch()
                        ? new Answer(200, new Events(address))
                        : address.name().isEmpty() ? json(list(address)) : object(cluster.get(address.ref()));
            case "POST" -> object(cluster.create(read(request), address.options()));
            case "PUT" -> object(cluster.replace(read(request), address.options()));
            case "PATCH" -> object(cluster.patch(address.ref(), patch(request, address), address.options()));
            default -> {
                cluster.delete(address.ref(), deletion(read(request)));
                yield json(Map.of("kind", "Status", "apiVersion", "v1", "status", "Success"));
            }
        };
    }

    private static Answer object(KubeObject object) {
        return json(object.content());
    }

    private Map<String, Object> list(Address address) {
        ObjectList list = cluster.list(address.list());
        return Map.of(
                "kind",
                address.type().kind() + "List",
                "apiVersion",
                address.type().apiVersion(),
                "metadata",
                Map.of("resourceVersion", list.resourceVersion()),
                "items",
                list.items().stream().map(KubeObject::content).toList());
    }

    @SuppressWarnings("unchecked")
    private static KubeObject read(Request request) {
        return KubeObject.of((Map<String, Object>) Json.read(new String(request.body(), StandardCharsets.UTF_8)));
    }

    @SuppressWarnings("unchecked")
    private static Patch patch(Request request, Address address) {
        Object body = Json.read(new String(request.body(), StandardCharsets.UTF_8));
        return switch (request.headers().get("content-type")) {
            case "application/strategic-merge-patch+json" -> new Patch.Strategic((Map<String, Object>) body);
            case "application/merge-patch+json" -> new Patch.JsonMerge((Map<String, Object>) body);
            case "application/json-patch+json" -> new Patch.Json6902((List<Map<String, Object>>) body);
            default ->
                new Patch.Apply(
                        KubeObject.of((Map<String, Object>) body),
                        "true".equals(address.query().get("force")));
        };
    }

    private static DeleteOptions deletion(KubeObject options) {
        String policy = options.text("propagationPolicy").orElse("Background").toUpperCase(Locale.ROOT);
        return new DeleteOptions(
                Propagation.valueOf(policy),
                options.text("preconditions", "uid"),
                options.text("preconditions", "resourceVersion"),
                false);
    }

    /** The body of a watch: lines as they come, until one side ends it. */
    private final class Events extends InputStream {
        private static final byte[] END = new byte[0];

        private final LinkedBlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
        private final Watch watch;
        private byte[] line = END;
        private int at;

        Events(Address address) {
            this.watch = cluster.watch(
                    address.list(), address.query().getOrDefault("resourceVersion", ""), event -> hear(event));
        }

        private void hear(WatchEvent event) {
            if (event instanceof WatchEvent.Added added) {
                add("ADDED", added.object().content());
            } else if (event instanceof WatchEvent.Modified modified) {
                add("MODIFIED", modified.object().content());
            } else if (event instanceof WatchEvent.Deleted deleted) {
                add("DELETED", deleted.object().content());
            } else if (event instanceof WatchEvent.Ended ended) {
                ended.failure().ifPresent(failure -> add("ERROR", status(failure)));
                lines.add(END);
            }
        }

        private void add(String type, Map<String, Object> object) {
            String text = Json.write(Map.of("type", type, "object", object)) + "\n";
            lines.add(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (at == line.length) {
                try {
                    line = lines.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    line = END;
                }
                at = 0;
            }
            if (line.length == 0) {
                return -1;
            }
            int count = Math.min(most, line.length - at);
            System.arraycopy(line, at, into, from, count);
            at += count;
            return count;
        }

        @Override
        public void close() {
            watch.close();
            lines.add(END);
        }
    }
}
