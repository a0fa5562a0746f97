package decs.core.diff;

import java.util.Comparator;
import java.util.Objects;

/**
 * What makes two objects of two manifests the same one.
 *
 * @param namespace the object's own, else the release's, also for kinds that have none
 * @param api the API group, or the version for the core group ({@code apps}, {@code v1})
 */
public record ObjectKey(String namespace, String name, String kind, String api) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::toString);

    public ObjectKey {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(api, "api");
    }

    /** The key of an object of {@code apiVersion}, whose last path element is left out ({@code apps/v1} gives {@code apps}). */
    public static ObjectKey of(String namespace, String name, String kind, String apiVersion) {
        int slash = apiVersion.lastIndexOf('/');
        return new ObjectKey(namespace, name, kind, slash < 0 ? apiVersion : apiVersion.substring(0, slash));
    }

    /** The key of an object of two releases of one chart: the file that it was rendered from. */
    static ObjectKey ofFile(String file, String kind) {
        return new ObjectKey("", file, kind, "");
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code prod, web, Deployment (apps)}: the heading of an object. */
    @Override
    public String toString() {
        return api.isEmpty() ? name : namespace + ", " + name + ", " + kind + " (" + api + ")";
    }
}
