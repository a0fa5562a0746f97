package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.core.prepare.PreparedRelease;
import decs.core.request.Deployment;
import decs.core.request.RunOptions;
import decs.helm.action.PostRenderer;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.ServerSide;
import decs.helm.action.Switch;
import decs.helm.action.UpgradeRequest;
import decs.helm.action.ValuesReuse;
import decs.helm.action.WaitStrategy;
import decs.helm.chart.HelmVersion;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How one release is upgraded: what its own fields say, else the command line, else helmDefaults. */
record UpgradeSettings(Session session, RunOptions options, Deployment deployment, ResolvedRelease release) {
    private static final Set<String> SYSTEM_LABELS =
            Set.of("name", "owner", "status", "version", "createdAt", "modifiedAt");

    /**
     * Refuses what helmfile would not even hand to helm.
     *
     * @throws DecsException where Helm 3 is asked for what only Helm 4 does
     */
    void check() {
        if (session.helm() == HelmVersion.V3 && on("forceConflicts")) {
            throw new DecsException("forceConflicts requires Helm 4 or greater (set via releases[].forceConflicts or"
                    + " helmDefaults.forceConflicts)");
        }
    }

    HelmArguments arguments() {
        return HelmArguments.of(HelmVerb.SYNC, options, release);
    }

    PostRenderer postRenderer() {
        return ProgramRenderer.of(release, deployment.postRendering());
    }

    UpgradeRequest request(PreparedRelease prepared) {
        return new UpgradeRequest(
                release.name(),
                prepared.chart(),
                prepared.values(),
                reuse() ? ValuesReuse.REUSE : ValuesReuse.RESET,
                arguments().labels(labels()),
                postRenderer(),
                releaseOptions());
    }

    private boolean reuse() {
        return deployment.reuseValues().orElse(on("reuseValues"));
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        if (release.flag("syncReleaseLabels").orElse(deployment.syncReleaseLabels())) {
            labels.putAll(release.labels());
            labels.keySet().removeAll(SYSTEM_LABELS);
        }
        return labels;
    }

    private ReleaseOptions releaseOptions() {
        ReleaseOptions result = ReleaseOptions.defaults()
                .withTimeout(Duration.ofSeconds(timeout().orElse(300)))
                .withHistoryMax(historyMax())
                .withDescription(description())
                .withServerSide(serverSide());
        if (deployment.waiting() || on("wait") || atomic() || arguments().has("--wait")) {
            result = result.withWait(session.helm() == HelmVersion.V3 ? WaitStrategy.LEGACY : WaitStrategy.WATCHER);
        }
        result = with(result, Switch.WAIT_FOR_JOBS, deployment.waitForJobs() || on("waitForJobs"));
        result = with(result, Switch.ROLLBACK_ON_FAILURE, atomic());
        result = with(result, Switch.CLEANUP_ON_FAIL, on("cleanupOnFail"));
        result = with(result, Switch.FORCE_REPLACE, on("force"));
        result = with(result, Switch.FORCE_CONFLICTS, on("forceConflicts"));
        result = with(result, Switch.CREATE_NAMESPACE, createNamespace());
        result = with(result, Switch.SKIP_CRDS, skipCrds());
        result = with(result, Switch.TAKE_OWNERSHIP, takeOwnership());
        result = with(result, Switch.SKIP_SCHEMA_VALIDATION, skipSchemaValidation());
        result = with(result, Switch.NO_OPENAPI_VALIDATION, on("disableOpenAPIValidation"));
        for (Switch each : deployment.conduct()) {
            result = result.with(each);
        }
        return arguments().options(with(result, Switch.ENABLE_DNS, on("enableDNS")));
    }

    private static ReleaseOptions with(ReleaseOptions options, Switch wanted, boolean given) {
        return given ? options.with(wanted) : options;
    }

    private boolean on(String name) {
        return release.flag(name).orElse(false);
    }

    private boolean atomic() {
        return on("atomic") || on("rollbackOnFailure");
    }

    private Optional<Integer> timeout() {
        return deployment.timeout() > 0 ? Optional.of(deployment.timeout()) : release.whole("timeout");
    }

    private int historyMax() {
        return release.whole("historyMax").orElse(10);
    }

    private String description() {
        String own = release.fields().text("description");
        return deployment.description().isEmpty() ? own : deployment.description();
    }

    private boolean createNamespace() {
        return release.flag("createNamespace").orElse(true);
    }

    private boolean skipCrds() {
        return deployment.skipCrds() || release.defaults().flag("skipCRDs").orElse(false);
    }

    private boolean takeOwnership() {
        return release.flag("takeOwnership").orElse(deployment.takeOwnership());
    }

    private boolean skipSchemaValidation() {
        return release.flag("skipSchemaValidation").orElse(deployment.skipSchemaValidation());
    }

    private ServerSide serverSide() {
        String own = release.fields().text("serverSide");
        String word = !own.isEmpty()
                ? own
                : !deployment.serverSide().isEmpty()
                        ? deployment.serverSide()
                        : release.defaults().text("serverSide");
        return switch (word) {
            case "true" -> ServerSide.ON;
            case "false" -> ServerSide.OFF;
            default -> ServerSide.AUTO;
        };
    }

    /** The call of helm that would do it. */
    HelmCall call() {
        HelmCall call = new HelmCall(session.host(), release)
                .add(
                        "upgrade",
                        "--install",
                        release.name(),
                        ChartPlace.of(release).shown())
                .option("--version", release.version())
                .flag("--devel", on("devel"))
                .flag("--enable-dns", on("enableDNS"))
                .flag("--wait", deployment.waiting() || on("wait"))
                .flag("--wait-for-jobs", deployment.waitForJobs() || on("waitForJobs"));
        timeout().ifPresent(seconds -> call.add("--timeout", seconds + "s"));
        call.flag("--force", on("force"))
                .flag("--recreate-pods", on("recreatePods"))
                .flag("--atomic", on("atomic"))
                .flag("--cleanup-on-fail", on("cleanupOnFail"))
                .flag("--create-namespace", createNamespace())
                .flag("--disable-openapi-validation", on("disableOpenAPIValidation"))
                .option("--kube-context", release.kubeContext())
                .option("--labels", labelText())
                .postRenderer(deployment.postRendering())
                .option("--description", description())
                .postRendererArguments(deployment.postRendering());
        return call.flag("--skip-schema-validation", skipSchemaValidation())
                .flag("--hide-notes", deployment.hideNotes())
                .flag("--take-ownership", takeOwnership())
                .words(arguments().own())
                .option("--namespace", release.namespace())
                .ownValues()
                .givenFiles(options.values())
                .givenSet(options.values())
                .flag("--skip-crds", skipCrds())
                .add(reuse() ? "--reuse-values" : "--reset-values")
                .add("--history-max", Integer.toString(historyMax()))
                .words(arguments().all());
    }

    private String labelText() {
        return labels().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }
}
