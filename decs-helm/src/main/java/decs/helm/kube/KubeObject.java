package decs.helm.kube;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of the API: an immutable tree of maps, lists, text, Boolean, Long, Double and null, as JSON gives it. Whole
 * numbers are always Long, as in Go's {@code unstructured}.
 *
 * <pre>{@code
 * KubeObject web = KubeObject.of(map);
 * long replicas = web.number("spec", "replicas").orElse(1L);
 * KubeObject wider = web.with(3L, "spec", "replicas");
 * }</pre>
 */
public record KubeObject(Map<String, Object> content) {
    public KubeObject {
        content = Tree.freeze(content);
    }

    public static KubeObject of(Map<String, ?> content) {
        return new KubeObject(Tree.cast(content));
    }

    public String apiVersion() {
        return text("apiVersion").orElse("");
    }

    public String kind() {
        return text("kind").orElse("");
    }

    public String name() {
        return text("metadata", "name").orElse("");
    }

    /** The namespace, or the empty text. */
    public String namespace() {
        return text("metadata", "namespace").orElse("");
    }

    public ObjectRef ref() {
        return new ObjectRef(apiVersion(), kind(), namespace(), name());
    }

    public Map<String, String> labels() {
        return texts("metadata", "labels");
    }

    public Map<String, String> annotations() {
        return texts("metadata", "annotations");
    }

    public Optional<String> uid() {
        return text("metadata", "uid");
    }

    public Optional<String> resourceVersion() {
        return text("metadata", "resourceVersion");
    }

    /** Whether deletion has begun. */
    public boolean deleting() {
        return text("metadata", "deletionTimestamp").isPresent();
    }

    /** The value at a path; null when it is null or not there. */
    public Object at(String... path) {
        return Tree.at(content, path);
    }

    public Optional<String> text(String... path) {
        return at(path) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A whole number. */
    public Optional<Long> number(String... path) {
        return at(path) instanceof Long number ? Optional.of(number) : Optional.empty();
    }

    /** Whether the value is {@code true}. */
    public boolean flag(String... path) {
        return Boolean.TRUE.equals(at(path));
    }

    /** The mapping at a path; empty when there is none. */
    public Map<String, Object> map(String... path) {
        return at(path) instanceof Map<?, ?> map ? Tree.cast(map) : Map.of();
    }

    /** The list at a path; empty when there is none. */
    public List<Object> list(String... path) {
        return at(path) instanceof List<?> list ? Tree.castList(list) : List.of();
    }

    /** The mappings in the list at a path; what is no mapping is left out. */
    public List<Map<String, Object>> maps(String... path) {
        return list(path).stream()
                .filter(Map.class::isInstance)
                .map(item -> Tree.cast((Map<?, ?>) item))
                .toList();
    }

    /** A copy with another value at a path; mappings on the way are made as needed. */
    public KubeObject with(Object value, String... path) {
        return new KubeObject(Tree.with(content, value, path));
    }

    /** A copy without the value at a path. */
    public KubeObject without(String... path) {
        return new KubeObject(Tree.without(content, path));
    }

    public KubeObject withNamespace(String namespace) {
        return with(namespace, "metadata", "namespace");
    }

    public KubeObject withLabel(String key, String value) {
        return with(value, "metadata", "labels", key);
    }

    public KubeObject withAnnotation(String key, String value) {
        return with(value, "metadata", "annotations", key);
    }

    private Map<String, String> texts(String... path) {
        Map<String, Object> all = map(path);
        Map<String, String> texts = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            if (value instanceof String text) {
                texts.put(key, text);
            }
        });
        return Collections.unmodifiableMap(texts);
    }
}
