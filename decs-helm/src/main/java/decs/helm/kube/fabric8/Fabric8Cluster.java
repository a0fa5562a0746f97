package decs.helm.kube.fabric8;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.Discovery;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.LogQuery;
import decs.helm.kube.ObjectList;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.Patch;
import decs.helm.kube.ResourceType;
import decs.helm.kube.ServerVersion;
import decs.helm.kube.Watch;
import decs.helm.kube.WatchEvent;
import decs.helm.kube.WriteOptions;
import decs.template.value.ValueMap;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A real API server, reached through fabric8's configuration and HTTP client. Objects stay plain trees: no model class is
 * loaded.
 */
public final class Fabric8Cluster implements Cluster {
    private static final String METADATA_ONLY =
            "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

    private final HttpClient http;
    private final ApiServer server;
    private final String namespace;
    private volatile Discovery discovery;

    private Fabric8Cluster(Config config) {
        this.http = httpClient(config);
        this.server = new ApiServer(http, config.getMasterUrl());
        String own = config.getNamespace();
        this.namespace = own == null || own.isEmpty() ? "default" : own;
    }

    @SuppressWarnings("deprecation") // the client's own factory would load its whole model
    private static HttpClient httpClient(Config config) {
        return HttpClientUtils.createHttpClient(config);
    }

    /** Connects as {@code access} says; no request is sent yet. */
    public static Fabric8Cluster connect(ClusterAccess access, Map<String, String> environment) {
        return new Fabric8Cluster(Connection.config(access, environment));
    }

    /** The namespace of the kubeconfig's context, else {@code default}. */
    public String namespace() {
        return namespace;
    }

    @Override
    public ServerVersion version() {
        Map<String, Object> answer = server.get("/version");
        return new ServerVersion(
                String.valueOf(answer.get("major")),
                String.valueOf(answer.get("minor")),
                String.valueOf(answer.get("gitVersion")));
    }

    @Override
    public Discovery discovery(Freshness freshness) {
        Discovery known = discovery;
        if (known != null && freshness == Freshness.KEPT) {
            return known;
        }
        synchronized (this) {
            if (discovery == null || freshness == Freshness.NEW) {
                discovery = new ServedTypes(server).ask();
            }
            return discovery;
        }
    }

    @Override
    public KubeObject get(ObjectRef ref) {
        return KubeObject.of(server.get(path(ref)));
    }

    @Override
    public ObjectList list(ListQuery query) {
        List<KubeObject> items = new ArrayList<>();
        String more = "";
        String version = "";
        do {
            Map<String, Object> page = server.get(
                    listPath(query) + "?limit=500" + selectors(query) + more,
                    query.metadataOnly() ? METADATA_ONLY : "application/json");
            if (page.get("items") instanceof List<?> list) {
                for (Object item : list) {
                    items.add(withKind(item, query));
                }
            }
            Map<?, ?> metadata = page.get("metadata") instanceof Map<?, ?> map ? map : Map.of();
            version = String.valueOf(metadata.get("resourceVersion"));
            Object next = metadata.get("continue");
            more = next instanceof String token && !token.isEmpty() ? "&continue=" + encode(token) : "";
        } while (!more.isEmpty());
        return new ObjectList(items, version);
    }

    /** Items of a list carry no kind of their own. */
    @SuppressWarnings("unchecked")
    private static KubeObject withKind(Object item, ListQuery query) {
        ValueMap object = new ValueMap();
        object.put("apiVersion", query.apiVersion());
        object.put("kind", query.kind());
        ((Map<String, Object>) item).forEach((key, value) -> {
            if (!key.equals("apiVersion") && !key.equals("kind")) {
                object.put(key, value);
            }
        });
        return KubeObject.of(object);
    }

    @Override
    public KubeObject create(KubeObject object, WriteOptions options) {
        String path = collection(object.ref()) + "?" + parameters(options);
        return changed(KubeObject.of(server.write("POST", path, "application/json", object.content())));
    }

    @Override
    public KubeObject replace(KubeObject object, WriteOptions options) {
        String path = path(object.ref()) + "?" + parameters(options);
        return changed(KubeObject.of(server.write("PUT", path, "application/json", object.content())));
    }

    @Override
    public KubeObject patch(ObjectRef ref, Patch patch, WriteOptions options) {
        Object body;
        String force = "";
        if (patch instanceof Patch.Apply apply) {
            body = apply.object().content();
            force = apply.force() ? "&force=true" : "&force=false";
        } else if (patch instanceof Patch.Strategic strategic) {
            body = strategic.body();
        } else if (patch instanceof Patch.JsonMerge merge) {
            body = merge.body();
        } else {
            body = ((Patch.Json6902) patch).operations();
        }
        String path = path(ref) + "?" + parameters(options) + force;
        return changed(KubeObject.of(server.write("PATCH", path, patch.mediaType(), body)));
    }

    /** A new kind or API changes what the server serves. */
    private KubeObject changed(KubeObject object) {
        if (object.kind().equals("CustomResourceDefinition") || object.kind().equals("APIService")) {
            discovery = null;
        }
        return object;
    }

    @Override
    public void delete(ObjectRef ref, DeleteOptions options) {
        ValueMap body = new ValueMap();
        body.put("apiVersion", "v1");
        body.put("kind", "DeleteOptions");
        String word = options.propagation().name();
        body.put("propagationPolicy", word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
        ValueMap preconditions = new ValueMap();
        options.uid().ifPresent(uid -> preconditions.put("uid", uid));
        options.resourceVersion().ifPresent(version -> preconditions.put("resourceVersion", version));
        if (!preconditions.isEmpty()) {
            body.put("preconditions", preconditions);
        }
        if (options.dryRun()) {
            body.put("dryRun", List.of("All"));
        }
        server.write("DELETE", path(ref), "application/json", body);
        if (ref.kind().equals("CustomResourceDefinition") || ref.kind().equals("APIService")) {
            discovery = null;
        }
    }

    @Override
    public Watch watch(ListQuery query, String resourceVersion, Consumer<WatchEvent> listener) {
        String path = listPath(query) + "?watch=1&allowWatchBookmarks=true&resourceVersion=" + encode(resourceVersion)
                + selectors(query);
        return new WatchStream(server, path, listener).start();
    }

    @Override
    public InputStream logs(LogQuery query) {
        StringBuilder path = new StringBuilder("/api/v1/namespaces/")
                .append(encode(query.namespace()))
                .append("/pods/")
                .append(encode(query.pod()))
                .append("/log?container=")
                .append(encode(query.container()));
        query.tail().ifPresent(lines -> path.append("&tailLines=").append(lines));
        path.append(query.previous() ? "&previous=true" : "");
        return new ByteArrayInputStream(server.text(path.toString()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }

    private String path(ObjectRef ref) {
        return collection(ref) + "/" + encode(ref.name());
    }

    private String collection(ObjectRef ref) {
        ResourceType type = resource(ref.apiVersion(), ref.kind());
        String root = root(ref.apiVersion());
        if (!type.namespaced()) {
            return root + "/" + type.plural();
        }
        String in = ref.namespace().isEmpty() ? namespace : ref.namespace();
        return root + "/namespaces/" + encode(in) + "/" + type.plural();
    }

    private String listPath(ListQuery query) {
        ResourceType type = resource(query.apiVersion(), query.kind());
        String in = type.namespaced() && !query.namespace().isEmpty() ? "/namespaces/" + encode(query.namespace()) : "";
        return root(query.apiVersion()) + in + "/" + type.plural();
    }

    private static String root(String apiVersion) {
        return apiVersion.indexOf('/') < 0 ? "/api/" + apiVersion : "/apis/" + apiVersion;
    }

    private static String selectors(ListQuery query) {
        String labels = query.labels().isEmpty() ? "" : "&labelSelector=" + encode(query.labels());
        return query.fields().isEmpty() ? labels : labels + "&fieldSelector=" + encode(query.fields());
    }

    private static String parameters(WriteOptions options) {
        StringBuilder out = new StringBuilder();
        if (!options.fieldManager().isEmpty()) {
            out.append("fieldManager=").append(encode(options.fieldManager()));
        }
        if (options.dryRun()) {
            out.append("&dryRun=All");
        }
        String validation = options.fieldValidation().name();
        if (options.fieldValidation() != WriteOptions.FieldValidation.DEFAULT) {
            out.append("&fieldValidation=")
                    .append(validation.charAt(0))
                    .append(validation.substring(1).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
