package decs.helm.kube.wait;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * When an object is ready, as Helm 3 sees it. Mirrors: kube.ReadyChecker.
 *
 * <p>Helm reads a Deployment's newest ReplicaSet; here its own counts stand in for it, so that no ReplicaSet is asked for:
 * pods of older ReplicaSets are taken to be among the ready ones.
 */
final class LegacyReadiness implements StatusRules {
    private final boolean jobs;

    LegacyReadiness(boolean jobs) {
        this.jobs = jobs;
    }

    @Override
    public ObjectStatus of(KubeObject live, Sight around) {
        StatusFields status = new StatusFields(live);
        return switch (ResourceType.groupOf(live.apiVersion()) + "/" + live.kind()) {
            case "apps/Deployment" -> deployment(live, status);
            case "apps/StatefulSet" -> statefulSet(live, status);
            case "apps/DaemonSet" -> daemonSet(live, status);
            case "apps/ReplicaSet", "/ReplicationController" -> replicas(live, status, around);
            case "/Pod" -> ready(status.is("Ready", "True"), "Pod is not ready");
            case "batch/Job" -> jobs ? job(live, status) : ObjectStatus.current("");
            case "/PersistentVolumeClaim" ->
                ready(
                        live.text("status", "phase").filter("Bound"::equals).isPresent(),
                        "PersistentVolumeClaim is not bound");
            case "/Service" -> service(live);
            case "apiextensions.k8s.io/CustomResourceDefinition" ->
                ready(
                        status.is("Established", "True") || status.is("NamesAccepted", "False"),
                        "CustomResourceDefinition is not established");
            default -> ObjectStatus.current("");
        };
    }

    private static ObjectStatus ready(boolean ready, String otherwise) {
        return ready ? ObjectStatus.current("") : ObjectStatus.inProgress(otherwise);
    }

    private static ObjectStatus deployment(KubeObject live, StatusFields status) {
        if (live.flag("spec", "paused")) {
            return ObjectStatus.current("");
        }
        if (!status.isObserved()) {
            return ObjectStatus.inProgress("its newest specification was not looked at yet");
        }
        long want = status.replicas();
        long due = want - mayBeMissing(live, want);
        long older = Math.max(0, status.count("replicas") - status.count("updatedReplicas"));
        long ready = Math.min(status.count("updatedReplicas"), status.count("readyReplicas") - older);
        return ready(ready >= due, ready + " out of " + due + " expected pods are ready");
    }

    /** Mirrors: deploymentutil.MaxUnavailable: percentages rounded down, but one where nothing may surge either. */
    private static long mayBeMissing(KubeObject live, long replicas) {
        boolean rolling = live.text("spec", "strategy", "type").orElse("").equals("RollingUpdate");
        if (!rolling || replicas == 0) {
            return 0;
        }
        long surge = share(live.at("spec", "strategy", "rollingUpdate", "maxSurge"), replicas, RoundingMode.CEILING);
        long missing =
                share(live.at("spec", "strategy", "rollingUpdate", "maxUnavailable"), replicas, RoundingMode.FLOOR);
        return surge == 0 && missing == 0 ? 1 : Math.min(missing, replicas);
    }

    private static long share(Object value, long of, RoundingMode rounding) {
        if (value instanceof String text && text.matches("\\d{1,9}%")) {
            return new BigDecimal(text.substring(0, text.length() - 1))
                    .multiply(BigDecimal.valueOf(of))
                    .divide(BigDecimal.valueOf(100), 0, rounding)
                    .longValueExact();
        }
        return value instanceof Long number ? number : 0;
    }

    private static ObjectStatus statefulSet(KubeObject live, StatusFields status) {
        if (!status.isObserved()) {
            return ObjectStatus.inProgress("its newest specification was not looked at yet");
        }
        String strategy = live.text("spec", "updateStrategy", "type").orElse("");
        if (!strategy.isEmpty() && !strategy.equals("RollingUpdate")) {
            return ObjectStatus.current("");
        }
        long partition = live.number("spec", "updateStrategy", "rollingUpdate", "partition")
                .orElse(0L);
        long want = status.replicas();
        long updated = status.count("updatedReplicas");
        if (updated < want - partition) {
            return ObjectStatus.inProgress(
                    updated + " out of " + (want - partition) + " expected pods have been scheduled");
        }
        if (status.count("readyReplicas") != want) {
            return ObjectStatus.inProgress(
                    status.count("readyReplicas") + " out of " + want + " expected pods are ready");
        }
        return ready(
                partition != 0 || live.text("status", "currentRevision").equals(live.text("status", "updateRevision")),
                "its pods are not all of the newest revision");
    }

    private static ObjectStatus daemonSet(KubeObject live, StatusFields status) {
        if (!status.isObserved()) {
            return ObjectStatus.inProgress("its newest specification was not looked at yet");
        }
        String strategy = live.text("spec", "updateStrategy", "type").orElse("");
        if (!strategy.equals("RollingUpdate")) {
            return ObjectStatus.current("");
        }
        long want = status.count("desiredNumberScheduled");
        if (status.count("updatedNumberScheduled") != want) {
            return ObjectStatus.inProgress(
                    status.count("updatedNumberScheduled") + " out of " + want + " expected pods have been scheduled");
        }
        long missing =
                share(live.at("spec", "updateStrategy", "rollingUpdate", "maxUnavailable"), want, RoundingMode.CEILING);
        long due = want - missing;
        return ready(
                status.count("numberReady") >= due,
                status.count("numberReady") + " out of " + due + " expected pods are ready");
    }

    private static ObjectStatus replicas(KubeObject live, StatusFields status, Sight around) {
        if (!status.isObserved()) {
            return ObjectStatus.inProgress("its newest specification was not looked at yet");
        }
        Map<String, Object> labels = live.kind().equals("ReplicaSet")
                ? live.map("spec", "selector", "matchLabels")
                : live.map("spec", "selector");
        boolean all = around.all("v1", "Pod", live.namespace()).stream()
                .filter(pod -> labels.entrySet().stream()
                        .allMatch(label -> label.getValue().equals(pod.labels().get(label.getKey()))))
                .allMatch(pod -> new StatusFields(pod).is("Ready", "True"));
        return ready(all, "not all pods are ready");
    }

    private static ObjectStatus job(KubeObject live, StatusFields status) {
        long failed = status.count("failed");
        if (failed > live.number("spec", "backoffLimit").orElse(6L)) {
            return ObjectStatus.failed("job is failed: " + live.namespace() + "/" + live.name());
        }
        long want = live.number("spec", "completions").orElse(0L); // without one, no number of pods is asked for
        return ready(status.count("succeeded") >= want, "Job is not completed");
    }

    private static ObjectStatus service(KubeObject live) {
        String type = live.text("spec", "type").orElse("");
        if (type.equals("ExternalName")) {
            return ObjectStatus.current("");
        }
        if (live.text("spec", "clusterIP").orElse("").isEmpty()) {
            return ObjectStatus.inProgress("Service does not have a cluster IP address");
        }
        boolean waiting = type.equals("LoadBalancer")
                && live.list("spec", "externalIPs").isEmpty()
                && live.list("status", "loadBalancer", "ingress").isEmpty();
        return ready(!waiting, "Service does not have a load balancer ingress IP address");
    }
}
