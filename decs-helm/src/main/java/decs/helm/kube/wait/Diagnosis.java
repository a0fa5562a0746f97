package decs.helm.kube.wait;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.LogQuery;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.wait.Reason.Rank;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out why objects are not ready: from their pods, their claims, and what the cluster's controllers reported. Reads
 * pods and events once for each namespace; what it may not read it does without.
 */
public final class Diagnosis {
    private static final int LOG_LINES = 10;
    private static final int EVENTS_SHOWN = 3;

    private final Cluster cluster;
    private final Map<String, List<KubeObject>> lists = new HashMap<>();

    public Diagnosis(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The reasons, the root first; empty where nothing is to be found. */
    public List<Reason> of(KubeObject live) {
        List<Reason> reasons = new ArrayList<>();
        if (live.kind().equals("PersistentVolumeClaim")) {
            events(live.ref(), Rank.CLAIM, reasons);
        }
        if (live.kind().equals("Job")) {
            failedJob(live, reasons);
        }
        for (KubeObject pod : pods(live)) {
            reasons.addAll(ofPod(pod));
        }
        for (ObjectRef owner : owners(live)) {
            failedCreations(owner, reasons);
        }
        if (reasons.isEmpty()) {
            events(live.ref(), Rank.EVENT, reasons);
        }
        reasons.sort(Comparator.comparing(Reason::rank));
        List<Reason> distinct = new ArrayList<>();
        for (Reason reason : reasons) {
            if (distinct.stream().noneMatch(other -> other.text().equals(reason.text()))) {
                distinct.add(reason);
            }
        }
        return distinct;
    }

    private static void failedJob(KubeObject job, List<Reason> reasons) {
        StatusFields status = new StatusFields(job);
        if (status.is("Failed", "True")) {
            String text = status.text("Failed", "reason") + ": " + status.text("Failed", "message");
            reasons.add(new Reason(Rank.FAILED_RUN, job.ref(), text, true));
        }
    }

    private List<Reason> ofPod(KubeObject pod) {
        List<Reason> reasons = new ArrayList<>(PodState.reasons(pod, container -> log(pod, container)));
        StatusFields status = new StatusFields(pod);
        if (status.is("PodScheduled", "False")) {
            unschedulable(pod, status.text("PodScheduled", "message"), reasons);
        }
        boolean running = pod.text("status", "phase").filter("Running"::equals).isPresent();
        if (reasons.isEmpty() && running && status.is("Ready", "False")) {
            List<Reason> probes = new ArrayList<>();
            events(pod.ref(), Rank.PROBE, probes);
            reasons.addAll(probes);
            if (probes.isEmpty()) {
                String text = "runs, but is not ready: " + status.text("Ready", "message");
                reasons.add(new Reason(Rank.PROBE, pod.ref(), text, false));
            }
        }
        return reasons;
    }

    private void unschedulable(KubeObject pod, String message, List<Reason> reasons) {
        if (message.contains("PersistentVolumeClaim") || message.contains("persistentvolumeclaim")) {
            for (Map<String, Object> volume : pod.maps("spec", "volumes")) {
                KubeObject.of(volume).text("persistentVolumeClaim", "claimName").ifPresent(claim -> {
                    ObjectRef ref = new ObjectRef("v1", "PersistentVolumeClaim", pod.namespace(), claim);
                    int before = reasons.size();
                    events(ref, Rank.CLAIM, reasons);
                    if (reasons.size() == before) {
                        reasons.add(new Reason(Rank.CLAIM, ref, "is not bound to a volume", false));
                    }
                });
            }
        }
        reasons.add(new Reason(Rank.UNSCHEDULABLE, pod.ref(), "cannot be scheduled: " + message, false));
    }

    private String log(KubeObject pod, String container) {
        LogQuery query = LogQuery.of(pod.namespace(), pod.name(), container).last(LOG_LINES);
        String before = read(query.beforeRestart());
        return before.isEmpty() ? read(query) : before;
    }

    private String read(LogQuery query) {
        try (InputStream in = cluster.logs(query)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (ClusterException | IOException e) {
            return ""; // there is none, or it may not be read
        }
    }

    /** The pods that a workload's selector picks, the newest first; a pod is its own. */
    private List<KubeObject> pods(KubeObject live) {
        if (live.kind().equals("Pod")) {
            return List.of(live);
        }
        Map<String, Object> labels = live.map("spec", "selector", "matchLabels");
        if (labels.isEmpty()) {
            return List.of();
        }
        return list("v1", "Pod", live.namespace()).stream()
                .filter(pod -> labels.entrySet().stream()
                        .allMatch(label -> label.getValue().equals(pod.labels().get(label.getKey()))))
                .sorted(Comparator.comparing((KubeObject pod) ->
                                pod.text("metadata", "creationTimestamp").orElse(""))
                        .reversed())
                .toList();
    }

    /** The object and, for a Deployment, its ReplicaSets: those who make pods. */
    private List<ObjectRef> owners(KubeObject live) {
        List<ObjectRef> owners = new ArrayList<>(List.of(live.ref()));
        if (live.kind().equals("Deployment")) {
            for (KubeObject set : list("apps/v1", "ReplicaSet", live.namespace())) {
                boolean own = set.maps("metadata", "ownerReferences").stream()
                        .anyMatch(owner -> live.name().equals(owner.get("name")));
                if (own) {
                    owners.add(set.ref());
                }
            }
        }
        return owners;
    }

    private void failedCreations(ObjectRef owner, List<Reason> reasons) {
        for (KubeObject event : warnings(owner)) {
            String message = event.text("message").orElse("");
            if (event.text("reason").filter("FailedCreate"::equals).isPresent()) {
                reasons.add(new Reason(Rank.QUOTA, owner, message, false));
            }
        }
    }

    private void events(ObjectRef ref, Rank rank, List<Reason> reasons) {
        warnings(ref).stream()
                .map(event -> event.text("message").orElse(""))
                .filter(message -> !message.isEmpty())
                .distinct()
                .limit(EVENTS_SHOWN)
                .forEach(message -> reasons.add(new Reason(rank, ref, message, false)));
    }

    /** What is reported of an object, the newest first. Claims have notes that are no warnings. */
    private List<KubeObject> warnings(ObjectRef ref) {
        return list("v1", "Event", ref.namespace()).stream()
                .filter(event -> event.text("involvedObject", "name").equals(Optional.of(ref.name()))
                        && event.text("involvedObject", "kind").equals(Optional.of(ref.kind())))
                .filter(event -> ref.kind().equals("PersistentVolumeClaim")
                        || event.text("type").filter("Warning"::equals).isPresent())
                .sorted(Comparator.comparing((KubeObject event) -> event.text("lastTimestamp")
                                .or(() -> event.text("eventTime"))
                                .orElse(""))
                        .reversed())
                .toList();
    }

    private List<KubeObject> list(String apiVersion, String kind, String namespace) {
        return lists.computeIfAbsent(kind + "/" + namespace, key -> {
            try {
                return cluster.list(ListQuery.of(apiVersion, kind).inNamespace(namespace))
                        .items();
            } catch (ClusterException e) {
                return List.of(); // the account may not look: the failure is reported without its reason
            }
        });
    }
}
