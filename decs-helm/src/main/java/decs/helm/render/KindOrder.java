package decs.helm.render;

import decs.helm.chart.HelmVersion;
import decs.template.gofmt.GoString;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order kinds are installed and removed. Kinds that Helm does not know come last, by name. The order says
 * nothing about documents of one kind: sort with a stable sort.
 *
 * <p>Mirrors: releaseutil.InstallOrder, releaseutil.UninstallOrder
 */
public final class KindOrder implements Comparator<String> {
    private static final List<String> INSTALL = List.of(
            "PriorityClass",
            "Namespace",
            "NetworkPolicy",
            "ResourceQuota",
            "LimitRange",
            "PodSecurityPolicy",
            "PodDisruptionBudget",
            "ServiceAccount",
            "Secret",
            "SecretList",
            "ConfigMap",
            "StorageClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "CustomResourceDefinition",
            "ClusterRole",
            "ClusterRoleList",
            "ClusterRoleBinding",
            "ClusterRoleBindingList",
            "Role",
            "RoleList",
            "RoleBinding",
            "RoleBindingList",
            "Service",
            "DaemonSet",
            "Pod",
            "ReplicationController",
            "ReplicaSet",
            "Deployment",
            "HorizontalPodAutoscaler",
            "StatefulSet",
            "Job",
            "CronJob",
            "IngressClass",
            "Ingress",
            "APIService",
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration");

    private static final List<String> UNINSTALL = List.of(
            "ValidatingWebhookConfiguration",
            "MutatingWebhookConfiguration",
            "APIService",
            "Ingress",
            "IngressClass",
            "Service",
            "CronJob",
            "Job",
            "StatefulSet",
            "HorizontalPodAutoscaler",
            "Deployment",
            "ReplicaSet",
            "ReplicationController",
            "Pod",
            "DaemonSet",
            "RoleBindingList",
            "RoleBinding",
            "RoleList",
            "Role",
            "ClusterRoleBindingList",
            "ClusterRoleBinding",
            "ClusterRoleList",
            "ClusterRole",
            "CustomResourceDefinition",
            "PersistentVolumeClaim",
            "PersistentVolume",
            "StorageClass",
            "ConfigMap",
            "SecretList",
            "Secret",
            "ServiceAccount",
            "PodDisruptionBudget",
            "PodSecurityPolicy",
            "LimitRange",
            "ResourceQuota",
            "NetworkPolicy",
            "Namespace",
            "PriorityClass");

    private static final List<String> ONLY_HELM4 =
            List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    private final Map<String, Integer> ranks = new HashMap<>();

    private KindOrder(List<String> kinds, HelmVersion version) {
        for (String kind : kinds) {
            if (version == HelmVersion.V4 || !ONLY_HELM4.contains(kind)) {
                ranks.put(kind, ranks.size());
            }
        }
    }

    public static KindOrder install(HelmVersion version) {
        return new KindOrder(INSTALL, version);
    }

    public static KindOrder uninstall(HelmVersion version) {
        return new KindOrder(UNINSTALL, version);
    }

    @Override
    public int compare(String a, String b) {
        Integer rankA = ranks.get(a);
        Integer rankB = ranks.get(b);
        if (rankA != null && rankB != null) {
            return Integer.compare(rankA, rankB);
        }
        if (rankA == null && rankB == null) {
            return GoString.compareBytes(a, b);
        }
        return rankA == null ? 1 : -1;
    }
}
