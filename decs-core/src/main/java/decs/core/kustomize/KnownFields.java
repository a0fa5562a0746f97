package decs.core.kustomize;

import static decs.core.kustomize.FieldPath.creating;
import static decs.core.kustomize.FieldPath.existing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where Kubernetes objects keep labels, annotations, images, replicas and names of other objects. */
final class KnownFields {
    /** Where names stand that take a prefix or a suffix. */
    static final List<FieldPath> NAMES = List.of(existing("", "metadata/name"));

    /** Kinds whose names take no prefix and no suffix. */
    static final Set<String> FIXED_NAMES = Set.of("APIService", "CustomResourceDefinition", "Namespace");

    static final List<FieldPath> METADATA_LABELS = List.of(creating("", "metadata/labels"));

    static final List<FieldPath> TEMPLATE_LABELS = List.of(
            creating("ReplicationController", "spec/template/metadata/labels"),
            creating("Deployment", "spec/template/metadata/labels"),
            creating("ReplicaSet", "spec/template/metadata/labels"),
            creating("DaemonSet", "spec/template/metadata/labels"),
            creating("StatefulSet", "spec/template/metadata/labels"),
            creating("StatefulSet", "spec/volumeClaimTemplates[]/metadata/labels"),
            creating("Job", "spec/template/metadata/labels"),
            creating("CronJob", "spec/jobTemplate/metadata/labels"),
            creating("CronJob", "spec/jobTemplate/spec/template/metadata/labels"));

    private static final List<FieldPath> SELECTOR_LABELS = joined(
            List.of(
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
                    existing("NetworkPolicy", "spec/egress/to/podSelector/matchLabels")),
            spreading("Deployment"),
            spreading("StatefulSet"));

    static final List<FieldPath> ALL_LABELS = joined(METADATA_LABELS, TEMPLATE_LABELS, SELECTOR_LABELS);

    /** Fields that name the namespace of the object itself. */
    static final List<FieldPath> NAMESPACES = List.of(
            creating("", "metadata/namespace"),
            creating("Namespace", "metadata/name"),
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

    /** Where images stand by the default configuration. */
    static final List<FieldPath> IMAGES = List.of(
            existing("", "spec/containers[]/image"),
            existing("", "spec/initContainers[]/image"),
            existing("", "spec/template/spec/containers[]/image"),
            existing("", "spec/template/spec/initContainers[]/image"));

    static final List<FieldPath> REPLICAS = List.of(
            creating("Deployment", "spec/replicas"),
            creating("ReplicationController", "spec/replicas"),
            creating("ReplicaSet", "spec/replicas"),
            creating("StatefulSet", "spec/replicas"));

    /** Where the pods of a kind are described, for the kinds with all references. */
    private static final Map<String, String> POD_SPECS = Map.of(
            "Pod", "spec",
            "PodTemplate", "template/spec",
            "Deployment", "spec/template/spec",
            "ReplicaSet", "spec/template/spec",
            "DaemonSet", "spec/template/spec",
            "StatefulSet", "spec/template/spec",
            "Job", "spec/template/spec",
            "CronJob", "spec/jobTemplate/spec/template/spec");

    /** The same for references to accounts, claims and priorities. */
    private static final Map<String, String> OTHER_POD_SPECS = Map.of(
            "Pod", "spec",
            "Deployment", "spec/template/spec",
            "ReplicationController", "spec/template/spec",
            "DaemonSet", "spec/template/spec",
            "StatefulSet", "spec/template/spec",
            "Job", "spec/template/spec",
            "CronJob", "spec/jobTemplate/spec/template/spec");

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
            referral(
                    "ConfigMap",
                    joined(
                            pods(POD_SPECS, sourcesOf("configMap", "volumes/configMap/name")),
                            ruleNames("Role", "ClusterRole"),
                            List.of(
                                    existing("Node", "spec/configSource/configMap/name"),
                                    annotation("nginx.ingress.kubernetes.io\\/fastcgi-params-configmap")))),
            referral(
                    "Secret",
                    joined(
                            pods(POD_SPECS, sourcesOf("secret", "volumes/secret/secretName", "imagePullSecrets/name")),
                            ruleNames("Role", "ClusterRole"),
                            secretPlaces())),
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
                            existing("ValidatingWebhookConfiguration", "webhooks/clientConfig/service"))),
            referral("Role", List.of(existing("RoleBinding", "roleRef/name"))),
            referral(
                    "ClusterRole",
                    List.of(existing("RoleBinding", "roleRef/name"), existing("ClusterRoleBinding", "roleRef/name"))),
            referral(
                    "ServiceAccount",
                    joined(
                            pods(OTHER_POD_SPECS, List.of("serviceAccountName")),
                            List.of(existing("RoleBinding", "subjects"), existing("ClusterRoleBinding", "subjects")),
                            List.of())),
            referral(
                    "PersistentVolumeClaim", pods(OTHER_POD_SPECS, List.of("volumes/persistentVolumeClaim/claimName"))),
            referral(
                    "PersistentVolume",
                    joined(
                            List.of(existing("PersistentVolumeClaim", "spec/volumeName")),
                            ruleNames("ClusterRole"),
                            List.of())),
            referral(
                    "StorageClass",
                    List.of(
                            existing("PersistentVolume", "spec/storageClassName"),
                            existing("PersistentVolumeClaim", "spec/storageClassName"),
                            existing("StatefulSet", "spec/volumeClaimTemplates/spec/storageClassName"))),
            referral("PriorityClass", pods(OTHER_POD_SPECS, List.of("priorityClassName"))),
            referral(
                    "ValidatingAdmissionPolicy",
                    List.of(existing("ValidatingAdmissionPolicyBinding", "spec/policyName"))));

    private KnownFields() {}

    private static Referral referral(String kind, List<FieldPath> places) {
        return new Referral("", kind, places);
    }

    private static List<FieldPath> scaled() {
        return List.of(existing("HorizontalPodAutoscaler", "spec/scaleTargetRef/name"));
    }

    private static FieldPath annotation(String key) {
        return existing("Ingress", "metadata/annotations/" + key);
    }

    private static List<FieldPath> secretPlaces() {
        return List.of(
                existing("ServiceAccount", "imagePullSecrets/name"),
                existing("Ingress", "spec/tls/secretName"),
                annotation("ingress.kubernetes.io\\/auth-secret"),
                annotation("nginx.ingress.kubernetes.io\\/auth-secret"),
                annotation("nginx.ingress.kubernetes.io\\/auth-tls-secret"),
                existing("StorageClass", "parameters/adminSecretName"),
                existing("StorageClass", "parameters/userSecretName"),
                existing("StorageClass", "parameters/secretName"),
                existing("PersistentVolume", "spec/azureFile/secretName"));
    }

    /** Names in the rules of roles. */
    private static List<FieldPath> ruleNames(String... kinds) {
        return Stream.of(kinds)
                .map(kind -> existing(kind, "rules/resourceNames"))
                .toList();
    }

    /** Labels by which pods keep apart or together. */
    private static List<FieldPath> spreading(String kind) {
        List<FieldPath> places = new ArrayList<>();
        for (String affinity : List.of("podAffinity", "podAntiAffinity")) {
            String start = "spec/template/spec/affinity/" + affinity + "/";
            String end = "labelSelector/matchLabels";
            places.add(existing(kind, start + "requiredDuringSchedulingIgnoredDuringExecution/" + end));
            places.add(
                    existing(kind, start + "preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/" + end));
        }
        places.add(existing(kind, "spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels"));
        return places;
    }

    /** Where pods use config maps or secrets, and {@code more}. */
    private static List<String> sourcesOf(String kind, String... more) {
        List<String> paths = new ArrayList<>(List.of(more));
        paths.add("volumes/projected/sources/" + kind + "/name");
        for (String containers : List.of("containers", "initContainers")) {
            paths.add(containers + "/env/valueFrom/" + kind + "KeyRef/name");
            paths.add(containers + "/envFrom/" + kind + "Ref/name");
        }
        return paths;
    }

    private static List<FieldPath> pods(Map<String, String> specs, List<String> paths) {
        List<FieldPath> places = new ArrayList<>();
        specs.forEach((kind, spec) -> paths.forEach(path -> places.add(existing(kind, spec + "/" + path))));
        return places;
    }

    private static List<FieldPath> joined(List<FieldPath> first, List<FieldPath> second, List<FieldPath> third) {
        return Stream.of(first, second, third).flatMap(List::stream).toList();
    }
}
