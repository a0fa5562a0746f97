package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.template.source.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waits by asking again and again, at first often, later less so. */
final class PollingWait implements ObjectWait {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int EVENTS_SHOWN = 5;

    private final Cluster cluster;
    private final boolean helm3;

    PollingWait(Cluster cluster, boolean helm3) {
        this.cluster = cluster;
        this.helm3 = helm3;
    }

    /** What is not ready, and how far it is. */
    private record Pending(ManifestObject object, Progress progress) {
        String text() {
            return "resource " + object.kind() + "/" + object.namespace() + "/" + object.name() + " not ready. status: "
                    + progress.state().text() + ", message: " + progress.message();
        }
    }

    @Override
    public void ready(List<ManifestObject> objects, Duration timeout, boolean jobs) {
        Map<ManifestObject, Progress> last = new LinkedHashMap<>();
        List<ManifestObject> open = new ArrayList<>(objects);
        boolean inTime = poll(timeout, () -> {
            open.removeIf(object -> {
                Progress progress = cluster.find(object.ref())
                        .map(live -> Progress.of(live, jobs))
                        .orElse(new Progress(Progress.State.IN_PROGRESS, "Resource not found"));
                last.put(object, progress);
                return progress.ready() || (!helm3 && progress.state() == Progress.State.FAILED);
            });
            return open.isEmpty() || (helm3 && anyFailedJob(last));
        });
        List<Pending> pending = last.entrySet().stream()
                .filter(entry -> !entry.getValue().ready())
                .map(entry -> new Pending(entry.getKey(), entry.getValue()))
                .toList();
        if (!pending.isEmpty()) {
            throw unready(pending, inTime);
        }
    }

    private static boolean anyFailedJob(Map<ManifestObject, Progress> last) {
        return last.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().kind().equals("Job") && entry.getValue().state() == Progress.State.FAILED);
    }

    private ReleaseException unready(List<Pending> pending, boolean inTime) {
        List<String> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Pending each : pending) {
            lines.add(each.text());
            Problem problem = Problem.of(each.text());
            problems.add(events(each.object())
                    .map(text -> problem.withHint("the latest events:" + text))
                    .orElse(problem));
        }
        if (!inTime) {
            lines.add("context deadline exceeded");
        }
        String message = String.join("\n", lines);
        if (helm3) {
            message = inTime && !pending.isEmpty()
                    ? "job is failed: " + pending.get(0).object().namespace() + "/"
                            + pending.get(0).object().name()
                    : "context deadline exceeded";
        }
        return ReleaseException.of(message, problems);
    }

    /** What the cluster says about an object and the pods below it. */
    private Optional<String> events(ManifestObject object) {
        StringBuilder text = new StringBuilder();
        List<KubeObject> all = cluster.list(ListQuery.of("v1", "Event").inNamespace(object.namespace()))
                .items();
        all.stream()
                .filter(event -> event.text("type").filter("Warning"::equals).isPresent())
                .filter(event -> event.text("involvedObject", "name")
                        .filter(name -> name.equals(object.name()) || name.startsWith(object.name() + "-"))
                        .isPresent())
                .limit(EVENTS_SHOWN)
                .forEach(event -> text.append("\n    ")
                        .append(event.text("involvedObject", "kind").orElse(""))
                        .append('/')
                        .append(event.text("involvedObject", "name").orElse(""))
                        .append(": ")
                        .append(event.text("message").orElse("")));
        return text.length() == 0 ? Optional.empty() : Optional.of(text.toString());
    }

    @Override
    public void hook(List<ManifestObject> objects, Duration timeout) {
        for (ManifestObject object : objects) {
            if (object.kind().equals("Job") || object.kind().equals("Pod")) {
                hook(object, timeout);
            }
        }
    }

    private void hook(ManifestObject object, Duration timeout) {
        Progress[] last = {new Progress(Progress.State.IN_PROGRESS, "Resource not found")};
        KubeObject[] seen = {object.object()};
        poll(timeout, () -> {
            cluster.find(object.ref()).ifPresent(live -> {
                seen[0] = live;
                last[0] = hookProgress(live);
            });
            return last[0].state() != Progress.State.IN_PROGRESS;
        });
        Progress progress = last[0];
        if (progress.ready()) {
            return;
        }
        boolean failed = progress.state() == Progress.State.FAILED;
        if (helm3) {
            String text = failed ? hookFailure(seen[0]) : "timed out waiting for the condition";
            throw ReleaseException.all(List.of(new ReleaseException(text)), true);
        }
        String text = new Pending(object, progress).text() + (failed ? "" : "\ncontext deadline exceeded");
        throw new ReleaseException(text);
    }

    private static Progress hookProgress(KubeObject live) {
        if (live.kind().equals("Job")) {
            return Progress.job(live);
        }
        return switch (live.text("status", "phase").orElse("")) {
            case "Succeeded" -> new Progress(Progress.State.CURRENT, "");
            case "Failed" -> new Progress(Progress.State.FAILED, "pod " + live.name() + " failed");
            default -> new Progress(Progress.State.IN_PROGRESS, "pod " + live.name() + " running");
        };
    }

    private static String hookFailure(KubeObject live) {
        if (live.kind().equals("Pod")) {
            return "pod " + live.name() + " failed";
        }
        Object reason =
                Progress.condition(live, "Failed").map(c -> c.get("reason")).orElse("");
        return "job " + live.name() + " failed: " + reason;
    }

    @Override
    public void gone(List<ManifestObject> objects, Duration timeout) {
        List<ManifestObject> open = new ArrayList<>(objects);
        boolean inTime = poll(timeout, () -> {
            open.removeIf(object -> cluster.find(object.ref()).isEmpty());
            return open.isEmpty();
        });
        if (!inTime && helm3) {
            throw new ReleaseException("context deadline exceeded");
        }
        if (!inTime) {
            StringBuilder text = new StringBuilder();
            for (ManifestObject object : open) {
                text.append("resource ").append(object.kind()).append('/').append(object.namespace());
                text.append('/').append(object.name()).append(" still exists. status: Terminating\n");
            }
            throw new ReleaseException(text + "context deadline exceeded");
        }
    }

    /** One question. */
    @FunctionalInterface
    private interface Question {
        boolean answered();
    }

    private static boolean poll(Duration timeout, Question question) {
        long end = System.nanoTime() + timeout.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            if (question.answered()) {
                return true;
            }
            if (System.nanoTime() + pause.toNanos() >= end) {
                sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                return question.answered();
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReleaseException("context canceled");
        }
    }
}
