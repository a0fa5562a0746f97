package decs.helm.kube.wait;

import decs.helm.kube.KubeObject;
import decs.helm.kube.wait.Reason.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the containers of a pod say about themselves. */
final class PodState {
    private static final int STARTS_ENOUGH = 5;
    private static final List<String> NOT_THERE =
            List.of("not found", "manifest unknown", "does not exist", "unauthorized", "denied", "no such host");

    private PodState() {}

    /** The reasons why containers do not run; {@code log} gives a container's last lines. */
    static List<Reason> reasons(KubeObject pod, UnaryOperator<String> log) {
        List<Reason> reasons = new ArrayList<>();
        for (String list : List.of("initContainerStatuses", "containerStatuses")) {
            for (Map<String, Object> each : pod.maps("status", list)) {
                waiting(pod, KubeObject.of(each), log, reasons);
            }
        }
        boolean failed = pod.text("status", "phase").filter("Failed"::equals).isPresent();
        if (failed && reasons.isEmpty()) {
            pod.maps("status", "containerStatuses").stream()
                    .map(KubeObject::of)
                    .filter(container ->
                            container.number("state", "terminated", "exitCode").orElse(0L) != 0)
                    .forEach(container -> reasons.add(ended(pod, container, log)));
        }
        return reasons;
    }

    /** Whether a pod can no longer become ready by itself. */
    static boolean isHopeless(KubeObject pod) {
        return reasons(pod, container -> "").stream().anyMatch(Reason::lasting);
    }

    private static Reason ended(KubeObject pod, KubeObject container, UnaryOperator<String> log) {
        String name = container.text("name").orElse("");
        String text = "container " + name + " ended with exit code "
                + container.number("state", "terminated", "exitCode").orElse(0L)
                + container
                        .text("state", "terminated", "reason")
                        .map(why -> " (" + why + ")")
                        .orElse("");
        return new Reason(Rank.FAILED_RUN, pod.ref(), text + lines(log.apply(name)), false);
    }

    private static void waiting(KubeObject pod, KubeObject container, UnaryOperator<String> log, List<Reason> out) {
        String why = container.text("state", "waiting", "reason").orElse("");
        String message = container.text("state", "waiting", "message").orElse("");
        String name = container.text("name").orElse("");
        String image = container.text("image").orElse("");
        switch (why) {
            case "InvalidImageName", "ErrImageNeverPull" ->
                out.add(new Reason(Rank.IMAGE, pod.ref(), "image " + image + ": " + why + ": " + message, true));
            case "ErrImagePull", "ImagePullBackOff" ->
                out.add(new Reason(
                        Rank.IMAGE,
                        pod.ref(),
                        "image " + image + " of container " + name + " cannot be pulled: " + message,
                        why.equals("ImagePullBackOff") && NOT_THERE.stream().anyMatch(message::contains)));
            case "CreateContainerConfigError", "CreateContainerError", "RunContainerError" ->
                out.add(new Reason(
                        Rank.CONFIGURATION, pod.ref(), "container " + name + ": " + why + ": " + message, false));
            case "CrashLoopBackOff" -> {
                long restarts = container.number("restartCount").orElse(0L);
                String text = "container " + name + " has crashed " + (restarts + 1) + " times"
                        + container
                                .number("lastState", "terminated", "exitCode")
                                .map(code -> ", the last time with exit code " + code)
                                .orElse("")
                        + container
                                .text("lastState", "terminated", "reason")
                                .filter(reason -> !reason.equals("Error"))
                                .map(reason -> " (" + reason + ")")
                                .orElse("");
                out.add(new Reason(
                        Rank.CRASH, pod.ref(), text + lines(log.apply(name)), restarts + 1 >= STARTS_ENOUGH));
            }
            default -> {}
        }
    }

    private static String lines(String log) {
        return log.isEmpty() ? "" : "; its last lines:\n      " + log.replace("\n", "\n      ");
    }
}
