package decs.helm.kube.local;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statuses as they are once all has gone well. */
final class InstantStatus implements Simulation {
    @Override
    public Optional<KubeObject> react(KubeObject object) {
        Map<String, Object> wanted = status(object);
        if (wanted.isEmpty()
                || object.map("status").equals(KubeObject.of(wanted).content())) {
            return Optional.empty();
        }
        return Optional.of(object.with(wanted, "status"));
    }

    private static Map<String, Object> status(KubeObject object) {
        return switch (ResourceType.groupOf(object.apiVersion()) + "/" + object.kind()) {
            case "apps/Deployment" -> deployment(object);
            case "apps/StatefulSet" -> statefulSet(object);
            case "apps/DaemonSet" -> daemonSet(object);
            case "apps/ReplicaSet", "/ReplicationController" -> replicas(object, "fullyLabeledReplicas");
            case "batch/Job" -> job(object);
            case "/Pod" -> pod(object);
            case "/PersistentVolumeClaim" -> Map.of("phase", "Bound");
            case "/Namespace" -> Map.of("phase", object.deleting() ? "Terminating" : "Active");
            case "/Service" -> service(object);
            case "apiextensions.k8s.io/CustomResourceDefinition" ->
                Map.of("conditions", List.of(condition("NamesAccepted"), condition("Established")));
            default -> Map.of();
        };
    }

    private static long wanted(KubeObject object) {
        return object.number("spec", "replicas").orElse(1L);
    }

    private static Map<String, Object> replicas(KubeObject object, String also) {
        long replicas = wanted(object);
        Map<String, Object> status = new LinkedHashMap<>();
        object.number("metadata", "generation").ifPresent(seen -> status.put("observedGeneration", seen));
        for (String count : List.of("replicas", "readyReplicas", "availableReplicas", also)) {
            status.put(count, replicas);
        }
        return status;
    }

    private static Map<String, Object> deployment(KubeObject object) {
        Map<String, Object> status = replicas(object, "updatedReplicas");
        status.put("conditions", List.of(condition("Available"), condition("Progressing")));
        return status;
    }

    private static Map<String, Object> statefulSet(KubeObject object) {
        Map<String, Object> status = replicas(object, "updatedReplicas");
        String revision =
                object.name() + "-" + object.number("metadata", "generation").orElse(1L);
        status.put("currentReplicas", wanted(object));
        status.put("currentRevision", revision);
        status.put("updateRevision", revision);
        return status;
    }

    private static Map<String, Object> daemonSet(KubeObject object) {
        Map<String, Object> status = new LinkedHashMap<>();
        object.number("metadata", "generation").ifPresent(seen -> status.put("observedGeneration", seen));
        for (String count : List.of(
                "desiredNumberScheduled",
                "currentNumberScheduled",
                "updatedNumberScheduled",
                "numberReady",
                "numberAvailable")) {
            status.put(count, 1L);
        }
        status.put("numberMisscheduled", 0L);
        return status;
    }

    private static Map<String, Object> job(KubeObject object) {
        long completions = object.number("spec", "completions").orElse(1L);
        return Map.of(
                "succeeded",
                completions,
                "conditions",
                List.of(condition("SuccessCriteriaMet"), condition("Complete")));
    }

    private static Map<String, Object> pod(KubeObject object) {
        if (!object.text("spec", "restartPolicy").orElse("Always").equals("Always")) {
            return Map.of("phase", "Succeeded");
        }
        return Map.of("phase", "Running", "conditions", List.of(condition("ContainersReady"), condition("Ready")));
    }

    private static Map<String, Object> service(KubeObject object) {
        boolean balanced = object.text("spec", "type").orElse("").equals("LoadBalancer");
        return Map.of("loadBalancer", balanced ? Map.of("ingress", List.of(Map.of("ip", "198.51.100.1"))) : Map.of());
    }

    private static Map<String, Object> condition(String type) {
        return Map.of("type", type, "status", "True");
    }
}
