package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Cause;
import decs.helm.kube.KubeObject;
import decs.template.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a cluster refused an object, for people: which field, whose it is, both values, and what can be done. The message
 * stays Helm's.
 */
record Refusal(Cluster cluster, ManifestObject wanted, ClusterException failure) {
    private static final Pattern SILENT_WEBHOOK = Pattern.compile("failed calling webhook \"([^\"]+)\"");
    private static final Pattern WEBHOOK = Pattern.compile("admission webhook \"([^\"]+)\" denied");

    private static final Map<String, String> IMMUTABLE = Map.of(
            "Job",
            "a Job's pods cannot be changed once it is there: name it anew for each revision, make it a hook, or"
                    + " delete it first",
            "StatefulSet",
            "of a StatefulSet only replicas, the pod template and strategies can be changed: delete it with"
                    + " --cascade=orphan first, its pods and volumes stay",
            "PersistentVolumeClaim",
            "a bound claim can only grow: make a new claim and move the data",
            "Service",
            "delete the Service first, or leave the field as it is");

    /** The failure with {@code prefix} before its message, explained. */
    ReleaseException within(String prefix) {
        List<Problem> problems =
                switch (failure.reason()) {
                    case CONFLICT -> conflicts();
                    case INVALID -> immutable();
                    case ALREADY_EXISTS -> owner();
                    case FORBIDDEN -> forbidden();
                    default -> webhook();
                };
        ReleaseException told = ReleaseException.within(prefix, failure);
        return problems.isEmpty() ? told : told.with(problems);
    }

    private Optional<KubeObject> live() {
        try {
            return cluster.find(wanted.ref());
        } catch (ClusterException e) {
            return Optional.empty(); // the explanation goes without it
        }
    }

    private List<Problem> conflicts() {
        List<Problem> problems = new ArrayList<>();
        Optional<KubeObject> live = live();
        for (Cause cause : failure.causes()) {
            if (cause.field().isEmpty() || live.isEmpty()) {
                continue;
            }
            FieldPath field = new FieldPath(cause.field());
            String owner = cause.message().replaceFirst("^conflict with ", "");
            problems.add(Problem.of(cause.field() + " of " + wanted.ref() + " belongs to " + owner + ", who set it to "
                            + field.shown(live.get()) + "; the chart wants " + field.shown(wanted.object()))
                    .withHint("--force-conflicts takes the field over; or leave it out of the chart, if " + owner
                            + " is to keep it"));
        }
        return problems;
    }

    private List<Problem> immutable() {
        List<Problem> problems = new ArrayList<>();
        Optional<KubeObject> live = live();
        for (Cause cause : failure.causes()) {
            boolean fixed = cause.message().contains("immutable")
                    || cause.message().contains("may not be changed")
                    || cause.message().contains("updates to statefulset spec");
            if (!fixed || live.isEmpty()) {
                continue;
            }
            FieldPath field = new FieldPath(cause.field());
            problems.add(Problem.of(cause.field() + " of " + wanted.ref() + " cannot be changed: it is "
                            + field.shown(live.get()) + ", the chart wants " + field.shown(wanted.object()))
                    .withHint(IMMUTABLE.getOrDefault(
                            wanted.kind(), "delete the object first, or leave the field as it is")));
        }
        return problems;
    }

    private List<Problem> owner() {
        Optional<KubeObject> live = live();
        if (live.isEmpty()) {
            return List.of();
        }
        Map<String, String> marks = live.get().annotations();
        String release = marks.getOrDefault("meta.helm.sh/release-name", "");
        String hint = release.isEmpty()
                ? "it belongs to no release: delete it, or adopt it with --take-ownership"
                : "it belongs to release " + release + " (namespace "
                        + marks.getOrDefault("meta.helm.sh/release-namespace", "unknown")
                        + "): only one of the two can have an object of this name";
        return List.of(Problem.of(wanted.ref() + " exists already").withHint(hint));
    }

    private List<Problem> webhook() {
        Matcher silent = SILENT_WEBHOOK.matcher(failure.getMessage());
        Matcher strict = WEBHOOK.matcher(failure.getMessage());
        if (silent.find()) {
            return List.of(Problem.of("the webhook " + silent.group(1) + ", which has to agree to " + wanted.ref()
                            + ", cannot be asked")
                    .withHint("see that its service runs, or that its configuration goes: nothing it looks at"
                            + " can be written until then"));
        }
        return strict.find()
                ? List.of(Problem.of("the webhook " + strict.group(1) + " refuses " + wanted.ref())
                        .withHint("its own words, above, say what it wants"))
                : List.of();
    }

    private List<Problem> forbidden() {
        if (failure.getMessage().contains("exceeded quota")) {
            return List.of(Problem.of(wanted.ref() + " does not fit into the namespace's quota")
                    .withHint("raise the ResourceQuota that the message names, or ask for less"));
        }
        List<Problem> refused = webhook();
        return refused.isEmpty()
                ? List.of(Problem.of("the account may not write " + wanted.ref())
                        .withHint("give it a Role with the verb and the resource that the message names"))
                : refused;
    }
}
