package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import decs.template.yaml.YamlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads manifests into objects that the cluster knows, all or none. Mirrors: kube.Client.Build. */
final class ManifestObjects {
    private static final String SOURCE = "# Source: ";

    private final Cluster cluster;
    private final String namespace;

    ManifestObjects(Cluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /**
     * The objects of {@code manifest}, lists taken apart.
     *
     * @throws ReleaseException with Helm's words for a document that is no object or of a kind that is not served, naming
     *     every such object and the versions that the server does serve
     */
    List<ManifestObject> build(String manifest) {
        List<ManifestObject> objects = new ArrayList<>();
        Map<String, Problem> unknown = new LinkedHashMap<>();
        for (String document : documents(manifest)) {
            for (KubeObject object : objects(document)) {
                Optional<ResourceType> type = type(object, document, unknown);
                type.ifPresent(found -> objects.add(new ManifestObject(inNamespace(object, found), found)));
            }
        }
        if (!unknown.isEmpty()) {
            List<String> texts = List.copyOf(unknown.keySet());
            String message = texts.size() == 1 ? texts.get(0) : "[" + String.join(", ", texts) + "]";
            throw ReleaseException.of(message, List.copyOf(unknown.values()));
        }
        return objects;
    }

    private KubeObject inNamespace(KubeObject object, ResourceType type) {
        if (!type.namespaced()) {
            return object.namespace().isEmpty() ? object : object.without("metadata", "namespace");
        }
        return object.namespace().isEmpty() ? object.withNamespace(namespace) : object;
    }

    private Optional<ResourceType> type(KubeObject object, String document, Map<String, Problem> unknown) {
        try {
            return Optional.of(cluster.resource(object.apiVersion(), object.kind()));
        } catch (ClusterException e) {
            if (e.reason() != ClusterException.Reason.NO_MATCH) {
                throw e;
            }
            String text = "resource mapping not found for name: \"" + object.name() + "\" namespace: \""
                    + object.namespace() + "\" from \"\": " + e.getMessage() + "\nensure CRDs are installed first";
            unknown.put(text, unserved(object, document));
            return Optional.empty();
        }
    }

    private Problem unserved(KubeObject object, String document) {
        TreeSet<String> versions = new TreeSet<>();
        for (ResourceType type : cluster.discovery(Cluster.Freshness.KEPT).resources()) {
            if (type.kind().equals(object.kind())) {
                versions.add(type.apiVersion());
            }
        }
        Problem problem = Problem.of(
                object.kind() + " \"" + object.name() + "\": the server does not serve " + object.apiVersion());
        return problem.withHint(
                versions.isEmpty()
                        ? "it serves no version of " + object.kind() + ": is the CRD missing?"
                        : "it serves " + object.kind() + " as " + String.join(", ", versions) + ": set that apiVersion"
                                + source(document) + ", or take a version of the chart that does");
    }

    private static String source(String document) {
        return document.lines()
                .filter(line -> line.startsWith(SOURCE))
                .findFirst()
                .map(line -> " in " + line.substring(SOURCE.length()))
                .orElse("");
    }

    private static List<KubeObject> objects(String document) {
        Object tree;
        try {
            tree = Yaml.readTyped(Source.of("manifest", document));
        } catch (YamlException e) {
            throw ReleaseException.within("error parsing : ", e);
        }
        if (tree == null) {
            return List.of();
        }
        if (!(tree instanceof Map<?, ?> map)) {
            throw new ReleaseException("error validating \"\": error validating data: the document is not an object");
        }
        KubeObject object = KubeObject.of(textKeys(map));
        checkHead(object);
        if (object.kind().endsWith("List") && object.at("items") instanceof List<?>) {
            return object.maps("items").stream().map(KubeObject::of).toList();
        }
        return List.of(object);
    }

    private static void checkHead(KubeObject object) {
        List<String> missing = new ArrayList<>();
        if (object.apiVersion().isEmpty()) {
            missing.add("apiVersion not set");
        }
        if (object.kind().isEmpty()) {
            missing.add("kind not set");
        }
        if (!missing.isEmpty()) {
            String text = missing.size() == 1 ? missing.get(0) : "[" + String.join(", ", missing) + "]";
            throw new ReleaseException("error validating \"\": error validating data: " + text);
        }
    }

    private static Map<String, Object> textKeys(Map<?, ?> map) {
        Map<String, Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), value));
        return texts;
    }

    /** Mirrors: the document reader of apimachinery: a line that begins with three hyphens ends a document. */
    static List<String> documents(String manifest) {
        List<String> documents = new ArrayList<>();
        StringBuilder document = new StringBuilder();
        for (String line : manifest.split("\n", -1)) {
            if (line.startsWith("---")) {
                add(documents, document);
            } else {
                document.append(line).append('\n');
            }
        }
        add(documents, document);
        return documents;
    }

    private static void add(List<String> documents, StringBuilder document) {
        if (!document.toString().isBlank()) {
            documents.add(document.toString());
        }
        document.setLength(0);
    }
}
