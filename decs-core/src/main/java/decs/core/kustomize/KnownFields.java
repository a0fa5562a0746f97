package decs.core.kustomize;

import static decs.core.kustomize.FieldPath.creating;
import static decs.core.kustomize.FieldPath.existing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where Kubernetes objects keep labels, annotations, images, replicas and names of other objects. */
final class KnownFields {
    /** Kinds whose names take no prefix and no suffix. */
    static final Set<String> FIXED_NAMES = Set.of("APIService", "CustomResourceDefinition", "Namespace");

    static final List<FieldPath> METADATA_LABELS = List.of(creating("", "metadata/labels"));

    static final List<FieldPath> TEMPLATE_LABELS = List.of(
            creating("ReplicationController", "spec/template/metadata/labels"),
            creating("Deployment", "spec/template/metadata/labels"),
            creating("ReplicaSet", "spec/template/metadata/labels"),
            creating("DaemonSet", "spec/template/metadata/labels"),
            creating("StatefulSet", "spec/template/metadata/labels"),
            existing("StatefulSet", "spec/volumeClaimTemplates[]/metadata/labels"),
            creating("Job", "spec/template/metadata/labels"),
            creating("CronJob", "spec/jobTemplate/metadata/labels"),
            creating("CronJob", "spec/jobTemplate/spec/template/metadata/labels"));

    static final List<FieldPath> SELECTOR_LABELS = List.of(
            creating("Service", "spec/selector"),
            creating("ReplicationController", "spec/selector"),
            creating("Deployment", "spec/selector/matchLabels"),
            creating("ReplicaSet", "spec/selector/matchLabels"),
            creating("DaemonSet", "spec/selector/matchLabels"),
            creating("StatefulSet", "spec/selector/matchLabels"),
            existing("Job", "spec/selector/matchLabels"),
            existing("CronJob", "spec/jobTemplate/spec/selector/matchLabels"),
            existing("PodDisruptionBudget", "spec/selector/matchLabels"),
            existing("NetworkPolicy", "spec/podSelector/matchLabels"),
            existing("NetworkPolicy", "spec/ingress/from/podSelector/matchLabels"),
            existing("NetworkPolicy", "spec/egress/to/podSelector/matchLabels"),
            existing("Deployment", affinity("podAffinity", "requiredDuringSchedulingIgnoredDuringExecution/")),
            existing("Deployment", affinity("podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution/")),
            existing(
                    "Deployment",
                    affinity("podAffinity", "preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/")),
            existing(
                    "Deployment",
                    affinity("podAntiAffinity", "preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/")),
            existing("Deployment", "spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels"),
            existing("StatefulSet", affinity("podAffinity", "requiredDuringSchedulingIgnoredDuringExecution/")),
            existing("StatefulSet", affinity("podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution/")),
            existing("StatefulSet", "spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels"));

    static final List<FieldPath> ALL_LABELS = joined(METADATA_LABELS, TEMPLATE_LABELS, SELECTOR_LABELS);

    /** Fields beside {@code metadata} that name the namespace of the object itself. */
    static final List<FieldPath> NAMESPACES = List.of(
            creating("APIService", "spec/service/namespace").inGroup("apiregistration.k8s.io"),
            existing("CustomResourceDefinition", "spec/conversion/webhook/clientConfig/service/namespace"));

    static final List<FieldPath> ANNOTATIONS = List.of(
            creating("", "metadata/annotations"),
            creating("ReplicationController", "spec/template/metadata/annotations"),
            creating("Deployment", "spec/template/metadata/annotations"),
            creating("ReplicaSet", "spec/template/metadata/annotations"),
            creating("DaemonSet", "spec/template/metadata/annotations"),
            creating("StatefulSet", "spec/template/metadata/annotations"),
            creating("Job", "spec/template/metadata/annotations"),
            creating("CronJob", "spec/jobTemplate/metadata/annotations"),
            creating("CronJob", "spec/jobTemplate/spec/template/metadata/annotations"));

    static final List<FieldPath> REPLICAS = List.of(
            creating("Deployment", "spec/replicas"),
            creating("ReplicationController", "spec/replicas"),
            creating("ReplicaSet", "spec/replicas"),
            creating("StatefulSet", "spec/replicas"));

    private static final List<String> POD_SPECS = List.of(
            "Pod:spec",
            "Deployment:spec/template/spec",
            "ReplicaSet:spec/template/spec",
            "ReplicationController:spec/template/spec",
            "DaemonSet:spec/template/spec",
            "StatefulSet:spec/template/spec",
            "Job:spec/template/spec",
            "CronJob:spec/jobTemplate/spec/template/spec");

    /**
     * A kind that others refer to by name, and where they do.
     *
     * @param group empty means every group
     */
    record Referral(String group, String kind, List<FieldPath> places) {
        boolean isOf(Identity id) {
            return kind.equals(id.kind()) && (group.isEmpty() || group.equals(id.group()));
        }
    }

    static final List<Referral> REFERRALS = List.of(
            referral("Deployment", scaled()),
            referral("ReplicationController", scaled()),
            referral("ReplicaSet", scaled()),
            referral("StatefulSet", scaled()),
            referral("ConfigMap", pods("volumes/configMap/name", containersUsing("configMap"))),
            referral(
                    "Secret",
                    joined(
                            pods("volumes/secret/secretName", containersUsing("secret")),
                            pods("imagePullSecrets/name", List.of()),
                            List.of(
                                    existing("ServiceAccount", "imagePullSecrets/name"),
                                    existing("ServiceAccount", "secrets/name"),
                                    existing("Ingress", "spec/tls/secretName"),
                                    existing("StorageClass", "parameters/adminSecretName"),
                                    existing("StorageClass", "parameters/userSecretName"),
                                    existing("StorageClass", "parameters/secretName"),
                                    existing("PersistentVolume", "spec/cephfs/secretRef/name")))),
            referral(
                    "Service",
                    List.of(
                            existing("StatefulSet", "spec/serviceName"),
                            existing("Ingress", "spec/rules/http/paths/backend/serviceName"),
                            existing("Ingress", "spec/rules/http/paths/backend/service/name"),
                            existing("Ingress", "spec/backend/serviceName"),
                            existing("Ingress", "spec/defaultBackend/service/name"),
                            existing("APIService", "spec/service/name"),
                            existing("MutatingWebhookConfiguration", "webhooks/clientConfig/service"),
                            existing("ValidatingWebhookConfiguration", "webhooks/clientConfig/service"),
                            existing("CustomResourceDefinition", "spec/conversion/webhook/clientConfig/service"))),
            referral("Role", List.of(existing("RoleBinding", "roleRef/name"))),
            referral(
                    "ClusterRole",
                    List.of(existing("RoleBinding", "roleRef/name"), existing("ClusterRoleBinding", "roleRef/name"))),
            referral(
                    "ServiceAccount",
                    joined(
                            pods("serviceAccountName", List.of()),
                            List.of(existing("RoleBinding", "subjects"), existing("ClusterRoleBinding", "subjects")))),
            referral("PersistentVolumeClaim", pods("volumes/persistentVolumeClaim/claimName", List.of())),
            referral("PersistentVolume", List.of(existing("PersistentVolumeClaim", "spec/volumeName"))),
            referral(
                    "StorageClass",
                    List.of(
                            existing("PersistentVolume", "spec/storageClassName"),
                            existing("PersistentVolumeClaim", "spec/storageClassName"),
                            existing("StatefulSet", "spec/volumeClaimTemplates/spec/storageClassName"))),
            referral("PriorityClass", pods("priorityClassName", List.of())),
            referral("RuntimeClass", pods("runtimeClassName", List.of())),
            referral("IngressClass", List.of(existing("Ingress", "spec/ingressClassName"))));

    private KnownFields() {}

    private static Referral referral(String kind, List<FieldPath> places) {
        return new Referral("", kind, places);
    }

    private static List<FieldPath> scaled() {
        return List.of(existing("HorizontalPodAutoscaler", "spec/scaleTargetRef/name"));
    }

    private static String affinity(String kind, String term) {
        return "spec/template/spec/affinity/" + kind + "/" + term + "labelSelector/matchLabels";
    }

    private static List<String> containersUsing(String source) {
        return List.of(
                "volumes/projected/sources/" + source + "/name",
                "containers/env/valueFrom/" + source + "KeyRef/name",
                "initContainers/env/valueFrom/" + source + "KeyRef/name",
                "containers/envFrom/" + source + "Ref/name",
                "initContainers/envFrom/" + source + "Ref/name");
    }

    private static List<FieldPath> pods(String path, List<String> more) {
        return POD_SPECS.stream()
                .map(spec -> spec.split(":", 2))
                .flatMap(spec -> Stream.concat(Stream.of(path), more.stream())
                        .map(end -> existing(spec[0], spec[1] + "/" + end)))
                .toList();
    }

    private static List<FieldPath> joined(List<FieldPath> first, List<FieldPath> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<FieldPath> joined(List<FieldPath> first, List<FieldPath> second, List<FieldPath> third) {
        return joined(joined(first, second), third);
    }
}
