package decs.helm.action;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.ResourceType;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** An object of a manifest, with the type that the server has for it and its namespace filled in. */
record ManifestObject(KubeObject object, ResourceType type) {
    private static final String POLICY = "helm.sh/resource-policy";

    ManifestObject {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(type, "type");
    }

    ObjectRef ref() {
        return object.ref();
    }

    String kind() {
        return object.kind();
    }

    String name() {
        return object.name();
    }

    String namespace() {
        return object.namespace();
    }

    /** Whether two objects are the same one. */
    boolean isSame(ManifestObject other) {
        return object.apiVersion().equals(other.object.apiVersion())
                && kind().equals(other.kind())
                && namespace().equals(other.namespace())
                && name().equals(other.name());
    }

    /** {@code ns/name group/version, Kind=K}, as Helm 4 names an object. */
    String description() {
        String version = type.group().isEmpty() ? "/" + type.version() : type.apiVersion();
        return namespace() + "/" + name() + " " + version + ", Kind=" + kind();
    }

    static boolean isKept(Map<String, String> annotations) {
        String policy = annotations.get(POLICY);
        return policy != null && policy.strip().toLowerCase(Locale.ROOT).equals("keep");
    }

    static boolean hasPolicy(Map<String, String> annotations) {
        return annotations.containsKey(POLICY);
    }
}
