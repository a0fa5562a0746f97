package decs.helm.kube.wait;

import decs.helm.kube.KubeObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the newest pods of a workload can no longer become ready by themselves. */
public final class HopelessPods {
    private HopelessPods() {}

    /** Watches the pods of the namespace from the first question on. */
    public static boolean of(KubeObject workload, Sight around) {
        if (workload.kind().equals("Pod")) {
            return PodState.isHopeless(workload);
        }
        Map<String, Object> labels = workload.map("spec", "selector", "matchLabels");
        if (labels.isEmpty()) {
            return false;
        }
        List<KubeObject> pods = around.all("v1", "Pod", workload.namespace()).stream()
                .filter(pod -> labels.entrySet().stream()
                        .allMatch(label -> label.getValue().equals(pod.labels().get(label.getKey()))))
                .toList();
        Optional<KubeObject> newest = pods.stream()
                .max(Comparator.comparing(
                        pod -> pod.text("metadata", "creationTimestamp").orElse("")));
        return newest.isPresent()
                && pods.stream()
                        .filter(pod -> revision(pod).equals(revision(newest.get())))
                        .anyMatch(PodState::isHopeless);
    }

    private static String revision(KubeObject pod) {
        return pod.labels()
                .getOrDefault("pod-template-hash", pod.labels().getOrDefault("controller-revision-hash", ""));
    }
}
