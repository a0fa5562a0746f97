package decs.helm.kube.wait;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import decs.helm.kube.wait.ObjectStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** When an object is as it should be, as Helm 4 sees it. Mirrors: kstatus.Compute. */
final class Kstatus implements StatusRules {
    private static final Duration SCHEDULING = Duration.ofSeconds(15);
    private static final long NO_DEADLINE = Integer.MAX_VALUE;

    private final Clock clock;
    private final boolean jobs;

    /** @param jobs whether a Job has to be complete; otherwise it is enough that it has begun */
    Kstatus(Clock clock, boolean jobs) {
        this.clock = clock;
        this.jobs = jobs;
    }

    @Override
    public ObjectStatus of(KubeObject live, Sight around) {
        return live.kind().equals("Deployment") && live.flag("spec", "paused")
                ? ObjectStatus.current("") // Helm leaves paused ones out of its wait
                : compute(live);
    }

    ObjectStatus compute(KubeObject live) {
        StatusFields status = new StatusFields(live);
        return generic(live).orElseGet(() -> byKind(live, status));
    }

    private static Optional<ObjectStatus> generic(KubeObject live) {
        if (live.deleting()) {
            return Optional.of(new ObjectStatus(State.TERMINATING, "Resource scheduled for deletion"));
        }
        Optional<Long> observed = live.number("status", "observedGeneration");
        long generation = live.number("metadata", "generation").orElse(0L);
        if (observed.isPresent() && observed.get() != generation) {
            return Optional.of(ObjectStatus.inProgress(live.kind() + " generation is " + generation
                    + ", but latest observed generation is " + observed.get()));
        }
        for (Map<String, Object> condition : live.maps("status", "conditions")) {
            boolean holds = "True".equals(condition.get("status"));
            String message = String.valueOf(condition.getOrDefault("message", ""));
            if (holds && "Reconciling".equals(condition.get("type"))) {
                return Optional.of(ObjectStatus.inProgress(message));
            }
            if (holds && "Stalled".equals(condition.get("type"))) {
                return Optional.of(ObjectStatus.failed(message));
            }
        }
        return Optional.empty();
    }

    private ObjectStatus byKind(KubeObject live, StatusFields status) {
        return switch (ResourceType.groupOf(live.apiVersion()) + "/" + live.kind()) {
            case "apps/Deployment" -> deployment(live, status);
            case "apps/StatefulSet" -> statefulSet(live, status);
            case "apps/DaemonSet" -> daemonSet(live, status);
            case "apps/ReplicaSet" -> replicaSet(status);
            case "/Pod" -> pod(live, status);
            case "batch/Job" -> jobs ? completeJob(status) : job(status);
            case "/PersistentVolumeClaim" -> claim(live);
            case "/Service" -> service(live);
            case "apiextensions.k8s.io/CustomResourceDefinition" -> definition(live);
            case "policy/PodDisruptionBudget" -> ObjectStatus.current("AllowedDisruptions has been computed.");
            case "/ConfigMap", "/Secret", "batch/CronJob" -> ObjectStatus.current("Resource is always ready");
            default -> other(status);
        };
    }

    private static ObjectStatus other(StatusFields status) {
        if (status.condition("Ready").isEmpty()) {
            return ObjectStatus.current("Resource is current");
        }
        return status.is("Ready", "True")
                ? ObjectStatus.current("Resource is Ready")
                : ObjectStatus.inProgress(status.text("Ready", "message"));
    }

    private static ObjectStatus deployment(KubeObject live, StatusFields status) {
        boolean late = status.text("Progressing", "reason").equals("ProgressDeadlineExceeded");
        if (late) {
            return ObjectStatus.failed("Progress deadline exceeded");
        }
        long want = status.replicas();
        long have = status.count("replicas");
        long updated = status.count("updatedReplicas");
        long available = status.count("availableReplicas");
        long ready = status.count("readyReplicas");
        boolean limited = live.number("spec", "progressDeadlineSeconds").orElse(NO_DEADLINE) != NO_DEADLINE;
        boolean progressed = !limited
                || (status.is("Progressing", "True")
                        && status.text("Progressing", "reason").equals("NewReplicaSetAvailable"));
        if (want > have) {
            return ObjectStatus.inProgress("Replicas: " + have + "/" + want);
        }
        if (want > updated) {
            return ObjectStatus.inProgress("Updated: " + updated + "/" + want);
        }
        if (have > want) {
            return ObjectStatus.inProgress("Pending termination: " + (have - want));
        }
        if (updated > available) {
            return ObjectStatus.inProgress("Available: " + available + "/" + updated);
        }
        if (want > ready) {
            return ObjectStatus.inProgress("Ready: " + ready + "/" + want);
        }
        if (!progressed) {
            return ObjectStatus.inProgress("ReplicaSet not Available");
        }
        return status.is("Available", "True")
                ? ObjectStatus.current("Deployment is available. Replicas: " + have)
                : ObjectStatus.inProgress("Deployment not Available");
    }

    private static ObjectStatus statefulSet(KubeObject live, StatusFields status) {
        if (live.text("spec", "updateStrategy", "type")
                .filter("OnDelete"::equals)
                .isPresent()) {
            return ObjectStatus.current("StatefulSet is using the ondelete update strategy");
        }
        long want = status.replicas();
        long have = status.count("replicas");
        long ready = status.count("readyReplicas");
        long updated = status.count("updatedReplicas");
        long current = status.count("currentReplicas");
        if (want > have) {
            return ObjectStatus.inProgress("Replicas: " + have + "/" + want);
        }
        if (want > ready) {
            return ObjectStatus.inProgress("Ready: " + ready + "/" + want);
        }
        if (have > want) {
            return ObjectStatus.inProgress("Pending termination: " + (have - want));
        }
        Optional<Long> partition = live.number("spec", "updateStrategy", "rollingUpdate", "partition");
        if (partition.isPresent()) {
            long due = want - partition.get();
            return updated < due
                    ? ObjectStatus.inProgress("updated: " + updated + "/" + due)
                    : ObjectStatus.current("Partition rollout complete. updated: " + updated);
        }
        if (want > current) {
            return ObjectStatus.inProgress("current: " + current + "/" + want);
        }
        return live.text("status", "currentRevision").equals(live.text("status", "updateRevision"))
                ? ObjectStatus.current("All replicas scheduled as expected. Replicas: " + have)
                : ObjectStatus.inProgress("Waiting for updated revision to match current");
    }

    private static ObjectStatus daemonSet(KubeObject live, StatusFields status) {
        if (live.number("status", "observedGeneration").isEmpty()) {
            return ObjectStatus.inProgress("DaemonSet status.observedGeneration not found");
        }
        if (live.number("status", "desiredNumberScheduled").isEmpty()) {
            return ObjectStatus.inProgress("Missing .status.desiredNumberScheduled");
        }
        long want = status.count("desiredNumberScheduled");
        Map<String, String> parts = Map.of(
                "Current", "currentNumberScheduled",
                "Updated", "updatedNumberScheduled",
                "Available", "numberAvailable",
                "Ready", "numberReady");
        for (String part : List.of("Current", "Updated", "Available", "Ready")) {
            long have = status.count(parts.get(part));
            if (want > have) {
                return ObjectStatus.inProgress(part + ": " + have + "/" + want);
            }
        }
        return ObjectStatus.current("All replicas scheduled as expected. Replicas: " + want);
    }

    private static ObjectStatus replicaSet(StatusFields status) {
        if (status.is("ReplicaFailure", "True")) {
            return ObjectStatus.inProgress("Replica Failure condition. Check Pods");
        }
        long want = status.replicas();
        long have = status.count("replicas");
        long labelled = status.count("fullyLabeledReplicas");
        long available = status.count("availableReplicas");
        long ready = status.count("readyReplicas");
        if (want > labelled) {
            return ObjectStatus.inProgress("Labelled: " + labelled + "/" + want);
        }
        if (want > available) {
            return ObjectStatus.inProgress("Available: " + available + "/" + want);
        }
        if (want > ready) {
            return ObjectStatus.inProgress("Ready: " + ready + "/" + want);
        }
        return have > want
                ? ObjectStatus.inProgress("Pending termination: " + (have - want))
                : ObjectStatus.current("ReplicaSet is available. Replicas: " + have);
    }

    private ObjectStatus pod(KubeObject live, StatusFields status) {
        String phase = live.text("status", "phase").orElse("");
        return switch (phase) {
            case "" -> ObjectStatus.inProgress("Pod phase not available");
            case "Succeeded" -> ObjectStatus.current("Pod has completed successfully");
            case "Failed" -> ObjectStatus.current("Pod has completed, but not successfully");
            case "Running" -> running(live, status);
            case "Pending" -> pending(live, status);
            default -> new ObjectStatus(State.UNKNOWN, "unknown phase " + phase);
        };
    }

    private static ObjectStatus running(KubeObject live, StatusFields status) {
        if (status.is("Ready", "True")) {
            return ObjectStatus.current("Pod is Ready");
        }
        String looping = live.maps("status", "containerStatuses").stream()
                .map(KubeObject::of)
                .filter(container -> container
                        .text("state", "waiting", "reason")
                        .filter("CrashLoopBackOff"::equals)
                        .isPresent())
                .map(container -> container.text("name").orElse(""))
                .collect(Collectors.joining(","));
        return looping.isEmpty()
                ? ObjectStatus.inProgress("Pod is running but is not Ready")
                : ObjectStatus.failed("Containers in CrashLoop state: " + looping);
    }

    private ObjectStatus pending(KubeObject live, StatusFields status) {
        boolean stuck = status.is("PodScheduled", "False")
                && status.text("PodScheduled", "reason").equals("Unschedulable");
        if (!stuck) {
            return ObjectStatus.inProgress("Pod is in the Pending phase");
        }
        return live.text("metadata", "creationTimestamp").filter(this::isYoung).isPresent()
                ? ObjectStatus.inProgress("Pod has not been scheduled")
                : ObjectStatus.failed("Pod could not be scheduled");
    }

    private boolean isYoung(String created) {
        try {
            return Instant.parse(created).plus(SCHEDULING).isAfter(clock.instant());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static ObjectStatus job(StatusFields status) {
        Optional<ObjectStatus> over = ended(status);
        if (over.isPresent()) {
            return over.get();
        }
        if (status.live().text("status", "startTime").isEmpty()) {
            return ObjectStatus.inProgress("Job not started");
        }
        return ObjectStatus.current("Job in progress. success:" + status.count("succeeded") + ", active: "
                + status.count("active") + ", failed: " + status.count("failed"));
    }

    /** Mirrors: Helm's own reader of Jobs, for hooks and {@code --wait-for-jobs}. */
    static ObjectStatus completeJob(StatusFields status) {
        return ended(status).orElseGet(() -> ObjectStatus.inProgress("Job in progress"));
    }

    private static Optional<ObjectStatus> ended(StatusFields status) {
        long want = status.live().number("spec", "completions").orElse(1L);
        for (Map<String, Object> condition : status.live().maps("status", "conditions")) {
            boolean holds = "True".equals(condition.get("status"));
            if (holds && "Complete".equals(condition.get("type"))) {
                return Optional.of(
                        ObjectStatus.current("Job Completed. succeeded: " + status.count("succeeded") + "/" + want));
            }
            if (holds && "Failed".equals(condition.get("type"))) {
                return Optional.of(ObjectStatus.failed("Job Failed. failed: " + status.count("failed") + "/" + want));
            }
        }
        return Optional.empty();
    }

    private static ObjectStatus claim(KubeObject live) {
        String phase = live.text("status", "phase").orElse("unknown");
        return phase.equals("Bound")
                ? ObjectStatus.current("PVC is Bound")
                : ObjectStatus.inProgress("PVC is not Bound. phase: " + phase);
    }

    private static ObjectStatus service(KubeObject live) {
        boolean balanced =
                live.text("spec", "type").filter("LoadBalancer"::equals).isPresent();
        return balanced && live.text("spec", "clusterIP").orElse("").isEmpty()
                ? ObjectStatus.inProgress("ClusterIP not set. Service type: LoadBalancer")
                : ObjectStatus.current("Service is ready");
    }

    private static ObjectStatus definition(KubeObject live) {
        for (Map<String, Object> condition : live.maps("status", "conditions")) {
            String message = String.valueOf(condition.getOrDefault("message", ""));
            boolean refused = "False".equals(condition.get("status"));
            if ("NamesAccepted".equals(condition.get("type")) && refused) {
                return ObjectStatus.failed(message);
            }
            if ("Established".equals(condition.get("type"))) {
                if (!refused) {
                    return ObjectStatus.current("CRD is established");
                }
                if (!"Installing".equals(condition.get("reason"))) {
                    return ObjectStatus.failed(message);
                }
            }
        }
        return ObjectStatus.inProgress("Install in progress");
    }
}
