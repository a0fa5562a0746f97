package decs.helm.render;

import java.util.Map;

/** What the template function {@code lookup} asks: objects as a cluster has them. */
@FunctionalInterface
public interface Lookup {
    /** Finds nothing, as Helm does without a cluster. */
    Lookup NONE = (apiVersion, kind, namespace, name) -> Map.of();

    /**
     * The object, or with an empty {@code name} the list of objects ({@code apiVersion}, {@code kind}, {@code items}); an
     * empty map when there is none.
     *
     * @param namespace empty means all, or an object of the cluster
     */
    Map<String, Object> find(String apiVersion, String kind, String namespace, String name);
}
