package decs.core.kustomize;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The order of the output: what others need comes first, webhooks last, within a kind by name. */
final class InstallOrder {
    private static final List<String> FIRST = List.of(
            "Namespace",
            "ResourceQuota",
            "StorageClass",
            "CustomResourceDefinition",
            "ServiceAccount",
            "PodSecurityPolicy",
            "Role",
            "ClusterRole",
            "RoleBinding",
            "ClusterRoleBinding",
            "ConfigMap",
            "Secret",
            "Endpoints",
            "Service",
            "LimitRange",
            "PriorityClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "Deployment",
            "StatefulSet",
            "CronJob",
            "PodDisruptionBudget");
    private static final List<String> LAST = List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    private final List<String> first;
    private final List<String> last;

    private InstallOrder(List<String> first, List<String> last) {
        this.first = first;
        this.last = last;
    }

    /** Sorts as the {@code sortOptions} of a kustomization say; empty means that it has none. */
    static void sort(List<Resource> resources, Map<String, Object> options) {
        if (Tree.text(options, "order").orElse("legacy").equals("fifo")) {
            return;
        }
        Map<String, Object> lists = Tree.map(options.get("legacySortOptions"));
        List<String> first = lists.containsKey("orderFirst") ? Tree.texts(lists.get("orderFirst")) : FIRST;
        List<String> last = lists.containsKey("orderLast") ? Tree.texts(lists.get("orderLast")) : LAST;
        InstallOrder order = new InstallOrder(first, last);
        resources.sort(Comparator.comparingInt((Resource r) -> order.rank(r.kind()))
                .thenComparing(r -> type(r.identity()))
                .thenComparing(r -> place(r.identity())));
    }

    private int rank(String kind) {
        int early = first.indexOf(kind);
        return early >= 0 ? early - first.size() : last.indexOf(kind) + 1;
    }

    private static String type(Identity id) {
        return or(id.group(), "~G") + "_" + or(id.version(), "~V") + "_" + or(id.kind(), "~K");
    }

    private static String place(Identity id) {
        return or(id.namespace(), "~X") + "|" + or(id.name(), "~N");
    }

    private static String or(String text, String none) {
        return text.isEmpty() ? none : text;
    }
}
