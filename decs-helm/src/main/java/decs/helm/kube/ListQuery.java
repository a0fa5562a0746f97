package decs.helm.kube;

import java.util.Objects;

/**
 * Which objects to list or watch.
 *
 * @param namespace empty for all namespaces
 * @param labels a label selector ({@code owner=helm,status in (deployed,failed)}), empty for all
 * @param fields a field selector ({@code metadata.name=web}), empty for all
 * @param metadataOnly leave out all but {@code metadata}
 */
public record ListQuery(
        String apiVersion, String kind, String namespace, String labels, String fields, boolean metadataOnly) {
    public ListQuery {
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(fields, "fields");
    }

    /** All objects of a kind in all namespaces. */
    public static ListQuery of(String apiVersion, String kind) {
        return new ListQuery(apiVersion, kind, "", "", "", false);
    }

    public ListQuery inNamespace(String namespace) {
        return new ListQuery(apiVersion, kind, namespace, labels, fields, metadataOnly);
    }

    public ListQuery withLabels(String labels) {
        return new ListQuery(apiVersion, kind, namespace, labels, fields, metadataOnly);
    }

    public ListQuery withFields(String fields) {
        return new ListQuery(apiVersion, kind, namespace, labels, fields, metadataOnly);
    }

    public ListQuery withMetadataOnly() {
        return new ListQuery(apiVersion, kind, namespace, labels, fields, true);
    }
}
