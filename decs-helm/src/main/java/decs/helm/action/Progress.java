package decs.helm.action;

import decs.helm.kube.KubeObject;
import java.util.Map;
import java.util.Optional;

/**
 * How far a live object is from what was asked for, by its own status. Mirrors: kstatus.Compute.
 *
 * @param message what is missing, in kstatus's words
 */
record Progress(State state, String message) {
    /** Where an object stands. */
    enum State {
        CURRENT("Current"),
        IN_PROGRESS("InProgress"),
        FAILED("Failed");

        private final String text;

        State(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private static final Progress CURRENT = new Progress(State.CURRENT, "");

    boolean ready() {
        return state == State.CURRENT;
    }

    /** The progress of an object of any kind. {@code jobs} says whether a Job has to be complete. */
    static Progress of(KubeObject live, boolean jobs) {
        return switch (live.kind()) {
            case "Deployment" -> deployment(live);
            case "StatefulSet" -> statefulSet(live);
            case "DaemonSet" -> daemonSet(live);
            case "ReplicaSet", "ReplicationController" -> replicas(live);
            case "Pod" -> pod(live);
            case "Job" -> jobs ? job(live) : CURRENT;
            case "PersistentVolumeClaim" ->
                live.text("status", "phase").filter("Bound"::equals).isPresent()
                        ? CURRENT
                        : waiting("PVC is not Bound. phase: "
                                + live.text("status", "phase").orElse(""));
            case "Service" -> service(live);
            case "CustomResourceDefinition" ->
                condition(live, "Established")
                                .filter(c -> "True".equals(c.get("status")))
                                .isPresent()
                        ? CURRENT
                        : waiting("Install in progress");
            default -> CURRENT;
        };
    }

    private static Progress deployment(KubeObject live) {
        if (live.flag("spec", "paused")) {
            return CURRENT;
        }
        Progress seen = observed(live, "Deployment");
        if (!seen.ready()) {
            return seen;
        }
        boolean late = condition(live, "Progressing")
                .filter(c -> "ProgressDeadlineExceeded".equals(c.get("reason")))
                .isPresent();
        if (late) {
            return new Progress(State.FAILED, "Progress deadline exceeded");
        }
        long want = live.number("spec", "replicas").orElse(1L);
        long have = status(live, "replicas");
        long updated = status(live, "updatedReplicas");
        long available = status(live, "availableReplicas");
        long ready = status(live, "readyReplicas");
        if (want > have) {
            return waiting("Replicas: " + have + "/" + want);
        }
        if (want > updated) {
            return waiting("Updated: " + updated + "/" + want);
        }
        if (have > want) {
            return waiting("Pending termination: " + (have - want));
        }
        if (updated > available) {
            return waiting("Available: " + available + "/" + updated);
        }
        return want > ready ? waiting("Ready: " + ready + "/" + want) : CURRENT;
    }

    private static Progress statefulSet(KubeObject live) {
        Progress seen = observed(live, "StatefulSet");
        if (!seen.ready()) {
            return seen;
        }
        if (live.text("spec", "updateStrategy", "type")
                .filter("OnDelete"::equals)
                .isPresent()) {
            return CURRENT;
        }
        long want = live.number("spec", "replicas").orElse(1L);
        long have = status(live, "replicas");
        long ready = status(live, "readyReplicas");
        long updated = status(live, "updatedReplicas");
        long partition = live.number("spec", "updateStrategy", "rollingUpdate", "partition")
                .orElse(0L);
        if (want > have) {
            return waiting("Replicas: " + have + "/" + want);
        }
        if (want > ready) {
            return waiting("Ready: " + ready + "/" + want);
        }
        if (have > want) {
            return waiting("Pending termination: " + (have - want));
        }
        return updated < want - partition ? waiting("updated: " + updated + "/" + (want - partition)) : CURRENT;
    }

    private static Progress daemonSet(KubeObject live) {
        Progress seen = observed(live, "DaemonSet");
        if (!seen.ready()) {
            return seen;
        }
        if (live.number("status", "desiredNumberScheduled").isEmpty()) {
            return waiting("Missing .status.desiredNumberScheduled");
        }
        long want = status(live, "desiredNumberScheduled");
        long updated = status(live, "updatedNumberScheduled");
        long available = status(live, "numberAvailable");
        if (want > updated) {
            return waiting("Updated: " + updated + "/" + want);
        }
        return want > available ? waiting("Available: " + available + "/" + want) : CURRENT;
    }

    private static Progress replicas(KubeObject live) {
        Progress seen = observed(live, live.kind());
        if (!seen.ready()) {
            return seen;
        }
        long want = live.number("spec", "replicas").orElse(1L);
        long ready = status(live, "readyReplicas");
        return want > ready ? waiting("Ready: " + ready + "/" + want) : CURRENT;
    }

    private static Progress pod(KubeObject live) {
        String phase = live.text("status", "phase").orElse("");
        boolean ready = condition(live, "Ready")
                .filter(c -> "True".equals(c.get("status")))
                .isPresent();
        return switch (phase) {
            case "Succeeded" -> CURRENT;
            case "Failed" -> new Progress(State.FAILED, "Pod has completed, but not successfully");
            case "Running" -> ready ? CURRENT : waiting("Pod is running but is not Ready");
            default -> waiting("Pod is in the " + phase + " phase");
        };
    }

    /** The progress of a Job that has to complete. */
    static Progress job(KubeObject live) {
        long want = live.number("spec", "completions").orElse(1L);
        Optional<Map<String, Object>> failed = condition(live, "Failed").filter(c -> "True".equals(c.get("status")));
        if (failed.isPresent()) {
            return new Progress(State.FAILED, "Job Failed. failed: " + status(live, "failed") + "/" + want);
        }
        boolean complete = condition(live, "Complete")
                .filter(c -> "True".equals(c.get("status")))
                .isPresent();
        return complete ? CURRENT : waiting("Job in progress");
    }

    private static Progress service(KubeObject live) {
        if (!live.text("spec", "type").filter("LoadBalancer"::equals).isPresent()) {
            return CURRENT;
        }
        boolean address = !live.list("status", "loadBalancer", "ingress").isEmpty()
                || !live.list("spec", "externalIPs").isEmpty();
        return address ? CURRENT : waiting("NoIPAssigned");
    }

    private static Progress observed(KubeObject live, String kind) {
        long generation = live.number("metadata", "generation").orElse(0L);
        long observed = status(live, "observedGeneration");
        return observed >= generation
                ? CURRENT
                : waiting(kind + " generation is " + generation + ", but latest observed generation is " + observed);
    }

    private static long status(KubeObject live, String field) {
        return live.number("status", field).orElse(0L);
    }

    static Optional<Map<String, Object>> condition(KubeObject live, String type) {
        return live.maps("status", "conditions").stream()
                .filter(condition -> type.equals(condition.get("type")))
                .findFirst();
    }

    private static Progress waiting(String message) {
        return new Progress(State.IN_PROGRESS, message);
    }
}
