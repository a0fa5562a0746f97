package decs.helm.kube;

import java.util.Objects;

/** The name of an object; {@code namespace} is empty for kinds that have none. */
public record ObjectRef(String apiVersion, String kind, String namespace, String name) {
    public ObjectRef {
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
    }

    /** A reference without namespace. */
    public static ObjectRef of(String apiVersion, String kind, String name) {
        return new ObjectRef(apiVersion, kind, "", name);
    }

    public ObjectRef inNamespace(String namespace) {
        return new ObjectRef(apiVersion, kind, namespace, name);
    }

    /** {@code Deployment/shop/web}, for people. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? kind + "/" + name : kind + "/" + namespace + "/" + name;
    }
}
