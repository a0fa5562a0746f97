package decs.helm.kube;

import java.util.Objects;

/**
 * A kind as the server addresses it.
 *
 * @param group the API group, empty for the core group
 * @param plural the name in addresses, such as {@code deployments}
 */
public record ResourceType(String group, String version, String kind, String plural, boolean namespaced) {
    public ResourceType {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(plural, "plural");
    }

    /** {@code v1} or {@code apps/v1}. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** {@code secrets} or {@code deployments.apps}, as the server's messages name it. */
    public String qualifiedPlural() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** The part before the slash of an {@code apiVersion}; empty for the core group. */
    public static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The part after the slash of an {@code apiVersion}. */
    public static String versionOf(String apiVersion) {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }
}
