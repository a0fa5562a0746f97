package decs.helm.kube.local;

import decs.helm.kube.ClusterException.Cause;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fields of built-in kinds that an update may not change: what most often makes an upgrade fail. */
final class ImmutableFields {
    private static final List<String> STATEFUL_SET = List.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");
    private static final String STATEFUL_SET_TEXT =
            "Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
                    + "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and "
                    + "'minReadySeconds' are forbidden";

    private ImmutableFields() {}

    static void check(ResourceType type, KubeObject before, KubeObject after) {
        List<Cause> causes = new ArrayList<>();
        switch (type.group() + "/" + type.kind()) {
            case "apps/Deployment", "apps/DaemonSet", "apps/ReplicaSet" ->
                same(before, after, causes, "spec", "selector");
            case "batch/Job" -> {
                same(before, after, causes, "spec", "selector");
                same(before, after, causes, "spec", "completions");
                same(before, after, causes, "spec", "template");
            }
            case "apps/StatefulSet" -> statefulSet(before, after, causes);
            case "/Secret" -> same(before, after, causes, "type");
            case "rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding" ->
                roleRef(before, after, causes);
            default -> {}
        }
        frozenData(type, before, after, causes);
        if (!causes.isEmpty()) {
            throw Refusal.invalid(type, after.name(), causes);
        }
    }

    private static void same(KubeObject before, KubeObject after, List<Cause> causes, String... path) {
        if (!Objects.equals(before.at(path), after.at(path))) {
            invalid(causes, String.join(".", path), Json.write(after.at(path)), "field is immutable");
        }
    }

    private static void invalid(List<Cause> causes, String field, String value, String why) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: " + value + ": " + why, field));
    }

    private static void statefulSet(KubeObject before, KubeObject after, List<Cause> causes) {
        KubeObject old = before;
        KubeObject now = after;
        for (String field : STATEFUL_SET) {
            old = old.without("spec", field);
            now = now.without("spec", field);
        }
        if (!old.map("spec").equals(now.map("spec"))) {
            causes.add(new Cause("FieldValueForbidden", STATEFUL_SET_TEXT, "spec"));
        }
    }

    private static void roleRef(KubeObject before, KubeObject after, List<Cause> causes) {
        if (!before.map("roleRef").equals(after.map("roleRef"))) {
            Map<String, Object> shown = new java.util.LinkedHashMap<>();
            shown.put("APIGroup", after.text("roleRef", "apiGroup").orElse(""));
            shown.put("Kind", after.text("roleRef", "kind").orElse(""));
            shown.put("Name", after.text("roleRef", "name").orElse(""));
            invalid(causes, "roleRef", Json.write(shown), "cannot change roleRef");
        }
    }

    private static void frozenData(ResourceType type, KubeObject before, KubeObject after, List<Cause> causes) {
        boolean holdsData = type.group().isEmpty()
                && (type.kind().equals("ConfigMap") || type.kind().equals("Secret"));
        if (holdsData && before.flag("immutable")) {
            for (String field : List.of("immutable", "data", "binaryData")) {
                if (!Objects.equals(before.at(field), after.at(field))) {
                    causes.add(new Cause(
                            "FieldValueForbidden", "Forbidden: field is immutable when `immutable` is set", field));
                }
            }
        }
    }
}
