package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.Patch;
import decs.helm.kube.WriteOptions;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Suggestion;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a workload replace its pods, one after the other as its strategy says: a time goes into an annotation of the pod
 * template, so that the template differs from what runs.
 *
 * <p>Mirrors: kubectl rollout restart
 */
public final class RestartRollout {
    private static final String MANAGER = "kubectl-rollout";
    private static final String ANNOTATION = "kubectl.kubernetes.io/restartedAt";
    private static final Map<String, String> KINDS = kinds();

    private final Cluster cluster;
    private final Clock clock;

    public RestartRollout(Cluster cluster, Clock clock) {
        this.cluster = Objects.requireNonNull(cluster, "cluster");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Which workload.
     *
     * @param target {@code KIND/NAME} as kubectl takes it: {@code deployment/web}, {@code sts/db}
     */
    public record Request(String namespace, String target) {
        public Request {
            Objects.requireNonNull(namespace, "namespace");
            Objects.requireNonNull(target, "target");
        }
    }

    /** What was restarted. */
    public record Result(KubeObject workload) {
        /** kubectl's line: {@code deployment.apps/web restarted}. */
        public String line() {
            return workload.kind().toLowerCase(Locale.ROOT) + ".apps/" + workload.name() + " restarted";
        }
    }

    /**
     * Restarts the workload.
     *
     * @throws DecsException for a kind that has no rollout, or a paused deployment
     */
    public Result run(Request request) {
        ObjectRef ref = reference(request);
        KubeObject live = cluster.get(ref);
        if (live.flag("spec", "paused")) {
            throw new DecsException(
                    Problem.of("can't restart paused " + ref.kind().toLowerCase(Locale.ROOT) + " (" + ref.name() + ")")
                            .withHint("resume it first: its rollout is held back by spec.paused"));
        }
        String now = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        Map<String, Object> body =
                Map.of("spec", Map.of("template", Map.of("metadata", Map.of("annotations", Map.of(ANNOTATION, now)))));
        return new Result(cluster.patch(ref, new Patch.Strategic(body), WriteOptions.by(MANAGER)));
    }

    private static ObjectRef reference(Request request) {
        int slash = request.target().indexOf('/');
        if (slash <= 0 || slash == request.target().length() - 1) {
            throw new DecsException(Problem.of("\"" + request.target() + "\" is no KIND/NAME")
                    .withHint("such as deployment/web, statefulset/db, daemonset/agent"));
        }
        String word = request.target().substring(0, slash).toLowerCase(Locale.ROOT);
        String kind = KINDS.get(word);
        if (kind == null) {
            String near = Suggestion.nearest(word, KINDS.keySet()).orElse("deployment");
            throw new DecsException(Problem.of(word + " is no kind with a rollout")
                    .withHint("deployments, statefulsets and daemonsets have one; did you mean " + near + "?"));
        }
        return new ObjectRef(
                "apps/v1", kind, request.namespace(), request.target().substring(slash + 1));
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Map.of(
                        "Deployment", List.of("deployment", "deployments", "deploy", "deployment.apps"),
                        "StatefulSet", List.of("statefulset", "statefulsets", "sts", "statefulset.apps"),
                        "DaemonSet", List.of("daemonset", "daemonsets", "ds", "daemonset.apps"))
                .forEach((kind, words) -> words.forEach(word -> kinds.put(word, kind)));
        return Map.copyOf(kinds);
    }
}
