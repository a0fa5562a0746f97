package decs.core.kustomize;

/** What tells one object from another. */
record Identity(String apiVersion, String kind, String namespace, String name) {
    String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    boolean sameType(Identity other) {
        return apiVersion.equals(other.apiVersion) && kind.equals(other.kind);
    }

    /** No namespace and {@code default} are the same, and namespaces of kinds that have none do not count. */
    boolean sameNamespace(Identity other) {
        return effectiveNamespace().equals(other.effectiveNamespace());
    }

    /** The namespace that counts: {@code default} for none, and a word of its own for kinds that have none. */
    String effectiveNamespace() {
        if (Kinds.isClusterWide(apiVersion, kind)) {
            return "_non_namespaceable_";
        }
        return namespace.isEmpty() ? "default" : namespace;
    }

    boolean same(Identity other) {
        return sameType(other) && sameNamespace(other) && name.equals(other.name);
    }

    /** As kustomize's messages write it. */
    @Override
    public String toString() {
        return or(kind, "[noKind]") + "." + or(version(), "[noVer]") + "." + or(group(), "[noGrp]") + "/"
                + or(name, "[noName]") + "." + or(namespace, "[noNs]");
    }

    private static String or(String text, String none) {
        return text.isEmpty() ? none : text;
    }
}
