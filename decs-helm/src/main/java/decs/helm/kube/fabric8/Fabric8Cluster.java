package decs.helm.kube.fabric8;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.Discovery;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.LogQuery;
import decs.helm.kube.ObjectList;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.ObjectTable;
import decs.helm.kube.Patch;
import decs.helm.kube.ResourceType;
import decs.helm.kube.ServerVersion;
import decs.helm.kube.Watch;
import decs.helm.kube.WatchEvent;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.fabric8.ApiRequest.Repetition;
import decs.helm.kube.schema.ApiTypes;
import decs.template.gofmt.GoFormat;
import decs.template.yaml.Json;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A real API server. Nothing is asked of it before the first call.
 *
 * <pre>{@code
 * try (Cluster cluster = Fabric8Cluster.open(ClusterAccess.fromEnvironment(), System.getenv(), cacheFolder, warn)) { … }
 * }</pre>
 */
public final class Fabric8Cluster implements Cluster {
    private static final String PAGE = "500";
    private static final Duration VERSION_HOLDS = Duration.ofSeconds(10);
    private static final String METADATA_LIST =
            "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
    private static final String METADATA =
            "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";

    private final Transport transport;
    private final Optional<Path> cache;
    private Discovery discovery;
    private final Object versionLock = new Object();
    private ServerVersion version;
    private long versionEnd;

    private Fabric8Cluster(Transport transport, Optional<Path> cache) {
        this.transport = transport;
        this.cache = cache;
    }

    /**
     * The cluster that {@code access} and the environment point to.
     *
     * @param cacheFolder where what the server serves is kept between runs
     * @param warnings hears what the server warns about
     */
    public static Fabric8Cluster open(
            ClusterAccess access,
            Map<String, String> environment,
            Optional<Path> cacheFolder,
            Consumer<String> warnings) {
        Connection connection = Kubeconfig.read(access, environment).connection(access, environment);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("User-Agent", List.of("decs"));
        Clients.authorization(connection).ifPresent(who -> headers.put("Authorization", List.of(who)));
        access.asUser()
                .filter(user -> !user.isEmpty())
                .ifPresent(user -> headers.put("Impersonate-User", List.of(user)));
        if (!access.asGroups().isEmpty()) {
            headers.put("Impersonate-Group", access.asGroups());
        }
        String host = connection.server().replaceAll("[^A-Za-z0-9.-]+", "_");
        return new Fabric8Cluster(
                new Transport(new Clients(connection), connection.server(), headers, warnings),
                cacheFolder.map(folder -> folder.resolve(host)));
    }

    /** The namespace that the context in use names, {@code default} where it names none. Asks no server. */
    public static String defaultNamespace(ClusterAccess access, Map<String, String> environment) {
        return Kubeconfig.read(access, environment).namespace(access);
    }

    @Override
    public ServerVersion version() {
        synchronized (versionLock) {
            if (version == null || System.nanoTime() - versionEnd >= 0) {
                version = askedVersion();
                versionEnd = System.nanoTime() + VERSION_HOLDS.toNanos();
            }
            return version;
        }
    }

    private ServerVersion askedVersion() {
        KubeObject answer =
                ApiJson.read(transport.send(ApiRequest.get("/version")).body());
        return new ServerVersion(
                answer.text("major").orElse(""),
                answer.text("minor").orElse(""),
                answer.text("gitVersion").orElse(""));
    }

    @Override
    public synchronized Discovery discovery(Freshness freshness) {
        if (discovery == null || freshness == Freshness.NEW) {
            discovery = new DiscoveryReader(transport, cache).read();
        }
        return discovery;
    }

    /** The core group's kinds are the same on every server; all others are looked up. */
    @Override
    public ResourceType resource(String apiVersion, String kind) {
        Optional<ResourceType> core =
                apiVersion.equals("v1") ? ApiTypes.builtIn().resource(apiVersion, kind) : Optional.empty();
        return core.orElseGet(() -> Cluster.super.resource(apiVersion, kind));
    }

    private String collection(ResourceType type, String namespace) {
        String root = type.group().isEmpty() ? "/api/" : "/apis/";
        String within = type.namespaced() && !namespace.isEmpty() ? "/namespaces/" + ApiRequest.encode(namespace) : "";
        return root + type.apiVersion() + within + "/" + type.plural();
    }

    private String address(ObjectRef ref) {
        ResourceType type = resource(ref.apiVersion(), ref.kind());
        requireNamespace(type, ref.namespace());
        return collection(type, ref.namespace()) + "/" + ApiRequest.encode(ref.name());
    }

    private static void requireNamespace(ResourceType type, String namespace) {
        if (type.namespaced() && namespace.isEmpty()) {
            String text = "an empty namespace may not be set when a resource name is provided";
            throw new ClusterException(Reason.BAD_REQUEST, 400, text);
        }
    }

    @Override
    public KubeObject get(ObjectRef ref) {
        return ApiJson.read(transport.send(ApiRequest.get(address(ref))).body());
    }

    @Override
    public ObjectList list(ListQuery query) {
        ResourceType type = resource(query.apiVersion(), query.kind());
        try {
            return pages(type, query);
        } catch (ClusterException e) {
            if (e.code() != 410) {
                throw e;
            }
            return pages(type, query); // the server has forgotten the first page by now
        }
    }

    private ObjectList pages(ResourceType type, ListQuery query) {
        List<KubeObject> items = new ArrayList<>();
        String more = "";
        KubeObject page;
        do {
            page = page(type, query, more);
            page.maps("items").forEach(item -> items.add(item(item, type)));
            more = page.text("metadata", "continue").orElse("");
        } while (!more.isEmpty());
        return new ObjectList(items, page.resourceVersion().orElse(""));
    }

    private KubeObject page(ResourceType type, ListQuery query, String more) {
        Map<String, String> parameters = selectors(query);
        parameters.put("limit", PAGE);
        parameters.put("continue", more);
        String path = ApiRequest.withQuery(collection(type, query.namespace()), parameters);
        ApiRequest request = ApiRequest.get(path);
        return ApiJson.read(transport
                .send(query.metadataOnly() ? request.accepting(METADATA_LIST) : request)
                .body());
    }

    private static Map<String, String> selectors(ListQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("labelSelector", query.labels());
        parameters.put("fieldSelector", query.fields());
        return parameters;
    }

    /** The items of a list do not say what they are. */
    private static KubeObject item(Map<String, Object> item, ResourceType type) {
        return KubeObject.of(item).with(type.apiVersion(), "apiVersion").with(type.kind(), "kind");
    }

    /** Mirrors: the server-side printing that kubectl asks for. */
    @Override
    public ObjectTable table(ListQuery query) {
        ResourceType type = resource(query.apiVersion(), query.kind());
        String path = ApiRequest.withQuery(collection(type, query.namespace()), selectors(query));
        KubeObject answer = ApiJson.read(
                transport.send(ApiRequest.get(path).accepting(TABLE)).body());
        if (!answer.kind().equals("Table")) {
            return Cluster.super.table(query);
        }
        List<Map<String, Object>> columns = answer.maps("columnDefinitions");
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).get("priority") instanceof Number priority && priority.intValue() == 0) {
                shown.add(i);
            }
        }
        return new ObjectTable(
                shown.stream()
                        .map(i -> String.valueOf(columns.get(i).get("name")))
                        .toList(),
                answer.maps("rows").stream().map(row -> cells(row, shown)).toList());
    }

    private static List<String> cells(Map<String, Object> row, List<Integer> shown) {
        List<?> cells = row.get("cells") instanceof List<?> list ? list : List.of();
        return shown.stream()
                .map(i -> i < cells.size() ? GoFormat.print(cells.get(i)) : "")
                .toList();
    }

    @Override
    public KubeObject create(KubeObject object, WriteOptions options) {
        ResourceType type = resource(object.apiVersion(), object.kind());
        requireNamespace(type, object.namespace());
        String path = ApiRequest.withQuery(collection(type, object.namespace()), parameters(options));
        Repetition repetition = object.name().isEmpty() ? Repetition.HARMFUL : Repetition.HARMLESS;
        return write(
                ApiRequest.write("POST", path, Json.write(object.content()), repetition), recognized(object, options));
    }

    @Override
    public KubeObject replace(KubeObject object, WriteOptions options) {
        String path = ApiRequest.withQuery(address(object.ref()), parameters(options));
        Repetition repetition = object.resourceVersion().isPresent() ? Repetition.CONDITIONAL : Repetition.HARMLESS;
        return write(
                ApiRequest.write("PUT", path, Json.write(object.content()), repetition), recognized(object, options));
    }

    private Transport.Recognition recognized(KubeObject object, WriteOptions options) {
        return options.dryRun()
                ? Transport.Recognition.NONE
                : new WrittenObject(transport, address(object.ref()), object, options.fieldManager());
    }

    @Override
    public KubeObject patch(ObjectRef ref, Patch patch, WriteOptions options) {
        Map<String, String> parameters = parameters(options);
        if (patch instanceof Patch.Apply apply) {
            parameters.put("force", Boolean.toString(apply.force()));
        }
        Object body = patch instanceof Patch.Strategic strategic
                ? strategic.body()
                : patch instanceof Patch.JsonMerge merge
                        ? merge.body()
                        : patch instanceof Patch.Json6902 json
                                ? json.operations()
                                : ((Patch.Apply) patch).object().content();
        String path = ApiRequest.withQuery(address(ref), parameters);
        Repetition repetition = patch instanceof Patch.Json6902 ? Repetition.HARMFUL : Repetition.HARMLESS;
        ApiRequest request = ApiRequest.write("PATCH", path, Json.write(body), repetition);
        return write(request.sentAs(patch.mediaType()), Transport.Recognition.NONE);
    }

    private KubeObject write(ApiRequest request, Transport.Recognition recognition) {
        KubeObject written = ApiJson.read(transport.send(request, recognition).body());
        forgetKinds(written.kind());
        return written;
    }

    /** After a change of what defines kinds the next look-up asks the server. */
    private synchronized void forgetKinds(String kind) {
        if (kind.equals("CustomResourceDefinition") || kind.equals("APIService")) {
            discovery = null;
        }
    }

    private static Map<String, String> parameters(WriteOptions options) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("fieldManager", options.fieldManager());
        parameters.put("dryRun", options.dryRun() ? "All" : "");
        parameters.put(
                "fieldValidation",
                switch (options.fieldValidation()) {
                    case DEFAULT -> "";
                    case IGNORE -> "Ignore";
                    case WARN -> "Warn";
                    case STRICT -> "Strict";
                });
        return parameters;
    }

    @Override
    public void delete(ObjectRef ref, DeleteOptions options) {
        Map<String, Object> preconditions = new LinkedHashMap<>();
        options.uid().ifPresent(uid -> preconditions.put("uid", uid));
        options.resourceVersion().ifPresent(version -> preconditions.put("resourceVersion", version));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("apiVersion", "v1");
        body.put("kind", "DeleteOptions");
        String policy = options.propagation().name();
        body.put("propagationPolicy", policy.charAt(0) + policy.substring(1).toLowerCase(Locale.ROOT));
        if (!preconditions.isEmpty()) {
            body.put("preconditions", preconditions);
        }
        if (options.dryRun()) {
            body.put("dryRun", List.of("All"));
        }
        Repetition repetition = preconditions.isEmpty() ? Repetition.HARMLESS : Repetition.CONDITIONAL;
        transport.send(
                ApiRequest.write("DELETE", address(ref), Json.write(body), repetition), Fabric8Cluster::isDeleted);
        forgetKinds(ref.kind());
    }

    /** A repeated deletion finds nothing any more: then the first one was done. */
    private static Optional<Transport.Answer> isDeleted(ClusterException refusal) {
        return refusal.reason() == Reason.NOT_FOUND
                ? Optional.of(new Transport.Answer(200, "{}", Optional.empty()))
                : Optional.empty();
    }

    @Override
    public Watch watch(ListQuery query, String resourceVersion, Consumer<WatchEvent> listener) {
        ResourceType type = resource(query.apiVersion(), query.kind());
        Map<String, String> parameters = selectors(query);
        parameters.put("watch", "true");
        parameters.put("allowWatchBookmarks", "true");
        parameters.put("resourceVersion", resourceVersion);
        ApiRequest request = ApiRequest.get(ApiRequest.withQuery(collection(type, query.namespace()), parameters));
        EventStream events = new EventStream(listener);
        try {
            events.start(open(query.metadataOnly() ? request.accepting(METADATA) : request, events));
        } catch (ClusterException e) {
            events.end(Optional.of(e));
        }
        return events;
    }

    private AsyncBody open(ApiRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        HttpRequest message = transport.build(request);
        HttpResponse<AsyncBody> response =
                Transport.await(request, message, transport.client().consumeBytes(message, consumer));
        if (response.isSuccessful()) {
            return response.body();
        }
        response.body().cancel();
        boolean refused = response.code() >= 400 && response.code() < 500 && response.code() != 429;
        if (refused) {
            // the words are in the body, which this consumer would not understand: ask once more, without streaming
            transport.send(request.forAMoment());
        }
        throw Failures.of(response.code(), "", Transport.retryAfter(response));
    }

    @Override
    public InputStream logs(LogQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("container", query.container());
        parameters.put(
                "tailLines",
                query.tail().isPresent() ? Integer.toString(query.tail().getAsInt()) : "");
        parameters.put("follow", query.follow() ? "true" : "");
        parameters.put("previous", query.previous() ? "true" : "");
        String pod = address(new ObjectRef("v1", "Pod", query.namespace(), query.pod()));
        ByteStream stream = new ByteStream();
        stream.start(open(
                ApiRequest.get(ApiRequest.withQuery(pod + "/log", parameters)).accepting("*/*"), stream));
        return stream;
    }

    @Override
    public void close() {
        transport.close();
    }
}
