package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.wait.Diagnosis;
import decs.helm.kube.wait.ObjectStatus;
import decs.helm.kube.wait.ObjectStatus.State;
import decs.helm.kube.wait.Reason;
import decs.helm.kube.wait.Sight;
import decs.helm.kube.wait.StatusRules;
import decs.template.source.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Waits by watching: whoever waits is woken by a change, and the watches are shared by all releases of a run. */
final class WatchWait implements ObjectWait {
    private static final Duration TICK = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final SharedRun run;
    private final boolean helm3;
    private final Clock clock;
    private final Rules rules;
    private final boolean patient;
    /** Helm 3 prints even one failure of a hook as a list. */
    private final boolean list;

    /** Which rules hold; {@code jobs} says whether Jobs have to be complete. */
    @FunctionalInterface
    interface Rules {
        StatusRules of(boolean jobs);
    }

    WatchWait(ReleaseContext context, ReleaseOptions options) {
        this.cluster = context.cluster();
        this.run = context.run();
        this.helm3 = context.helm3() || options.waitFor() == WaitStrategy.LEGACY;
        this.list = context.helm3();
        this.patient = options.has(Switch.WAIT_TO_THE_END);
        this.clock = context.host().clock();
        this.rules = helm3 ? StatusRules::legacy : jobs -> StatusRules.kstatus(clock, jobs);
    }

    /** What is waited for, and how far each object is. */
    private final class Waiting {
        private final List<ManifestObject> open;
        private final Map<ObjectRef, ObjectStatus> last = new LinkedHashMap<>();
        private final Map<ObjectRef, KubeObject> seen = new LinkedHashMap<>();

        Waiting(List<ManifestObject> objects) {
            this.open = new ArrayList<>(objects);
        }

        /** Looks at all that is open; what is ready, or has failed for good, is no longer waited for. */
        void look(Function<ObjectRef, Optional<KubeObject>> sight, Function<KubeObject, ObjectStatus> rule) {
            open.removeIf(object -> {
                Optional<KubeObject> live = sight.apply(object.ref());
                live.ifPresent(found -> seen.put(object.ref(), found));
                ObjectStatus status = live.map(rule).orElse(new ObjectStatus(State.NOT_FOUND, "Resource not found"));
                if (!status.equals(last.put(object.ref(), status))) {
                    run.progress(object.ref(), status);
                }
                return status.isCurrent() || status.hasFailed();
            });
        }

        List<ObjectRef> refs() {
            return open.stream().map(ManifestObject::ref).toList();
        }

        List<KubeObject> known() {
            return open.stream()
                    .map(object -> seen.getOrDefault(object.ref(), object.object()))
                    .toList();
        }

        Map<ObjectRef, ObjectStatus> notReady() {
            return last.entrySet().stream()
                    .filter(entry -> !entry.getValue().isCurrent())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        }
    }

    @Override
    public void ready(List<ManifestObject> objects, Duration timeout, boolean jobs) {
        Waiting waiting = new Waiting(objects);
        boolean inTime = until(waiting, timeout, sight -> live -> rules.of(jobs).of(live, sight), !patient);
        Map<ObjectRef, ObjectStatus> rest = waiting.notReady();
        if (!rest.isEmpty()) {
            throw unready(waiting, rest, inTime, timeout);
        }
    }

    /** The status of objects, given what can be seen around them. */
    private interface Rule extends Function<Sight, Function<KubeObject, ObjectStatus>> {}

    /** Whether all was decided before the time was over. */
    private boolean until(Waiting waiting, Duration timeout, Rule rule, boolean early) {
        long end = System.nanoTime() + timeout.toNanos();
        Map<ObjectRef, KubeObject> written = new LinkedHashMap<>();
        waiting.open.stream()
                .filter(object -> object.object().resourceVersion().isPresent())
                .forEach(object -> written.put(object.ref(), object.object()));
        Hopeless hopeless = new Hopeless(early);
        try (Sight sight = run.watches().look(List.of())) {
            if (written.size() == waiting.open.size()) {
                waiting.look(ref -> Optional.ofNullable(written.get(ref)), rule.apply(sight));
            }
        }
        if (waiting.open.isEmpty() || (helm3 && !waiting.notReady().isEmpty() && anyFailed(waiting))) {
            return true;
        }
        try (Sight sight = run.watches().look(waiting.known())) {
            while (true) {
                run.check();
                waiting.look(sight::find, rule.apply(sight));
                if (waiting.open.isEmpty()
                        || (helm3 && anyFailed(waiting))
                        || hopeless.is(sight, waiting.refs(), waiting.seen)) {
                    return true;
                }
                if (System.nanoTime() >= end) {
                    return false;
                }
                sight.await(waiting.refs(), Math.min(end, System.nanoTime() + TICK.toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SharedRun.canceled();
        }
    }

    private static boolean anyFailed(Waiting waiting) {
        return waiting.last.values().stream().anyMatch(ObjectStatus::hasFailed);
    }

    private ReleaseException unready(
            Waiting waiting, Map<ObjectRef, ObjectStatus> rest, boolean inTime, Duration timeout) {
        Diagnosis diagnosis = new Diagnosis(cluster);
        List<Problem> problems = new ArrayList<>();
        rest.forEach((ref, status) -> {
            Problem problem = Problem.of(ref + " is not ready: " + status.message());
            List<Reason> reasons = Optional.ofNullable(waiting.seen.get(ref))
                    .map(diagnosis::of)
                    .orElse(List.of());
            problems.add(reasons.isEmpty() ? problem : problem.withHint(hint(reasons)));
        });
        String message = helm3 ? legacyMessage(rest, timeout) : lines(rest, inTime && waiting.open.isEmpty());
        return ReleaseException.of(message, problems);
    }

    private static String hint(List<Reason> reasons) {
        return "because " + reasons.stream().map(Reason::toString).collect(Collectors.joining("\n    and "));
    }

    /** Mirrors: Helm 3 tries 30 times, two seconds apart, before it believes that a Job has failed. */
    private static String legacyMessage(Map<ObjectRef, ObjectStatus> rest, Duration timeout) {
        return timeout.compareTo(Duration.ofSeconds(60)) <= 0
                ? "context deadline exceeded"
                : rest.values().stream()
                        .filter(ObjectStatus::hasFailed)
                        .map(ObjectStatus::message)
                        .findFirst()
                        .orElse("context deadline exceeded");
    }

    private static String lines(Map<ObjectRef, ObjectStatus> rest, boolean decided) {
        StringBuilder text = new StringBuilder();
        rest.forEach((ref, status) -> text.append(text.length() == 0 ? "" : "\n")
                .append("resource ")
                .append(ref.kind())
                .append('/')
                .append(ref.namespace())
                .append('/')
                .append(ref.name())
                .append(" not ready. status: ")
                .append(status.state().text())
                .append(", message: ")
                .append(status.message()));
        return text + (decided ? "" : "\ncontext deadline exceeded");
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
        Waiting waiting = new Waiting(List.of(object));
        StatusRules jobs = StatusRules.kstatus(clock, true);
        until(waiting, timeout, sight -> live -> live.kind().equals("Job") ? jobs.of(live, sight) : pod(live), false);
        Map<ObjectRef, ObjectStatus> rest = waiting.notReady();
        if (rest.isEmpty()) {
            return;
        }
        ObjectStatus status = rest.values().iterator().next();
        Optional<KubeObject> live = Optional.ofNullable(waiting.seen.get(object.ref()));
        List<Reason> reasons = live.map(new Diagnosis(cluster)::of).orElse(List.of());
        String message = lines(rest, status.hasFailed());
        if (list) {
            String text = status.hasFailed() ? hookFailure(live.orElseThrow()) : "timed out waiting for the condition";
            message = "1 error occurred:\n\t* " + text + "\n\n";
        }
        Problem problem = Problem.of("hook " + object.ref() + " did not succeed: " + status.message());
        throw ReleaseException.of(message, List.of(reasons.isEmpty() ? problem : problem.withHint(hint(reasons))));
    }

    private static ObjectStatus pod(KubeObject live) {
        return switch (live.text("status", "phase").orElse("")) {
            case "Succeeded" -> new ObjectStatus(State.CURRENT, "");
            case "Failed" -> new ObjectStatus(State.FAILED, "pod " + live.name() + " failed");
            default -> new ObjectStatus(State.IN_PROGRESS, "pod " + live.name() + " running");
        };
    }

    private static String hookFailure(KubeObject live) {
        if (live.kind().equals("Pod")) {
            return "pod " + live.name() + " failed";
        }
        String reason = live.maps("status", "conditions").stream()
                .filter(condition -> "Failed".equals(condition.get("type")))
                .map(condition -> String.valueOf(condition.getOrDefault("reason", "")))
                .findFirst()
                .orElse("");
        return "job " + live.name() + " failed: " + reason;
    }

    @Override
    public void gone(List<ManifestObject> objects, Duration timeout) {
        List<ManifestObject> there = new ArrayList<>();
        for (ManifestObject object : objects) {
            cluster.find(object.ref()).ifPresent(live -> there.add(new ManifestObject(live, object.type())));
        }
        if (there.isEmpty()) {
            return;
        }
        Map<ObjectRef, Optional<String>> uids = there.stream()
                .collect(Collectors.toMap(
                        ManifestObject::ref, object -> object.object().uid()));
        List<ManifestObject> open = new ArrayList<>(there);
        long end = System.nanoTime() + timeout.toNanos();
        try (Sight sight =
                run.watches().look(there.stream().map(ManifestObject::object).toList())) {
            while (true) {
                run.check();
                open.removeIf(object -> sight.find(object.ref())
                        .filter(live -> live.uid().equals(uids.get(object.ref())))
                        .isEmpty());
                if (open.isEmpty()) {
                    return;
                }
                if (System.nanoTime() >= end) {
                    throw stillThere(open);
                }
                List<ObjectRef> refs = open.stream().map(ManifestObject::ref).toList();
                sight.await(refs, Math.min(end, System.nanoTime() + TICK.toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SharedRun.canceled();
        }
    }

    private ReleaseException stillThere(List<ManifestObject> open) {
        if (helm3) {
            return new ReleaseException("context deadline exceeded");
        }
        StringBuilder text = new StringBuilder();
        for (ManifestObject object : open) {
            text.append("resource ").append(object.kind()).append('/').append(object.namespace());
            text.append('/').append(object.name()).append(" still exists. status: Terminating\n");
        }
        List<Problem> problems = open.stream()
                .map(object -> finalizers(object)
                        .map(names -> Problem.of(object.ref() + " still exists")
                                .withHint("it is held by its finalizers: " + names))
                        .orElse(Problem.of(object.ref() + " still exists")))
                .toList();
        return ReleaseException.of(text + "context deadline exceeded", problems);
    }

    private static Optional<String> finalizers(ManifestObject object) {
        List<Object> names = object.object().list("metadata", "finalizers");
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
}
