package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.core.prepare.PreparedRelease;
import decs.core.prepare.ValuesText;
import decs.core.request.Deployment;
import decs.core.request.ReleaseOutcome;
import decs.core.request.ReleaseOutcome.FailedAt;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.RunOptions;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.ServerSide;
import decs.helm.action.Switch;
import decs.helm.action.Uninstall;
import decs.helm.action.UninstallRequest;
import decs.helm.action.Upgrade;
import decs.helm.action.UpgradeRequest;
import decs.helm.action.ValuesReuse;
import decs.helm.action.WaitStrategy;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is done to one release: upgrade or removal, with its hooks around, told as it happens. */
final class ReleaseWork {
    private static final Set<String> SYSTEM_LABELS =
            Set.of("name", "owner", "status", "version", "createdAt", "modifiedAt");

    private final Session session;
    private final SpecHooks hooks;
    private final RunOptions options;
    private final Deployment deployment;

    ReleaseWork(Session session, SpecHooks hooks, RunOptions options, Deployment deployment) {
        this.session = session;
        this.hooks = hooks;
        this.options = options;
        this.deployment = deployment;
    }

    /** Upgrades or installs, between the hooks presync, postsync and cleanup. */
    ReleaseOutcome upgrade(ResolvedRelease release) {
        long start = System.nanoTime();
        ReleaseRef ref = FileRun.ref(release);
        Optional<ReleaseOutcome> before = hook(release, "presync", Optional.empty(), start);
        if (before.isPresent()) {
            return before.get();
        }
        session.listener().on(new RunEvent.Started(ref, Step.UPGRADE));
        ReleaseOutcome outcome;
        Optional<DecsException> failure = Optional.empty();
        try {
            List<ValuesText> texts = session.preparation().values(release).texts();
            outcome = upgraded(release, ref, texts, start);
        } catch (DecsException failed) {
            failure = Optional.of(failed);
            outcome = new ReleaseOutcome.Failed(ref, FailedAt.DEPLOYMENT, failed, since(start));
        }
        Optional<ReleaseOutcome> after = hook(release, "postsync", failure, start);
        Optional<ReleaseOutcome> cleanup = hook(release, "cleanup", failure, start);
        return failure.isPresent() ? outcome : late(outcome, after.or(() -> cleanup));
    }

    /** A release that is done, though a hook after it failed, counts as done; the failure is told. */
    private ReleaseOutcome late(ReleaseOutcome outcome, Optional<ReleaseOutcome> hook) {
        hook.filter(ReleaseOutcome.Failed.class::isInstance)
                .map(ReleaseOutcome.Failed.class::cast)
                .ifPresent(failed -> session.listener()
                        .on(new RunEvent.Line(
                                RunEvent.Level.DEBUG, failed.cause().getMessage())));
        return outcome;
    }

    private Optional<ReleaseOutcome> hook(
            ResolvedRelease release, String event, Optional<DecsException> error, long start) {
        try {
            hooks.release(release, event, error);
            return Optional.empty();
        } catch (DecsException failed) {
            return Optional.of(new ReleaseOutcome.Failed(FileRun.ref(release), FailedAt.HOOK, failed, since(start)));
        }
    }

    private ReleaseOutcome upgraded(ResolvedRelease release, ReleaseRef ref, List<ValuesText> texts, long start) {
        ReleasePlace place = new ReleasePlace(session, release);
        String before = "";
        try {
            boolean present = place.last().isPresent();
            before = present ? "" : "Release \"" + release.name() + "\" does not exist. Installing it now.\n";
            session.preparation().verify(release);
            PreparedRelease prepared = session.preparation()
                    .prepare(release, texts, arguments(release).values(options.values()), options.skipDeps());
            Upgrade.Result result = new Upgrade(place.context()).runOrInstall(request(release, prepared));
            Release done = result.release();
            String said = result.installed()
                    ? before
                    : "Release \"" + release.name() + "\" has been upgraded. Happy Helming!\n";
            print(ref, Step.UPGRADE, said + HelmText.status(done, session.helm(), !deployment.hideNotes()));
            session.listener().on(new RunEvent.Started(ref, Step.LOOK_UP));
            print(ref, Step.LOOK_UP, HelmText.listed(done));
            String version = done.chart().metadata().version();
            return result.installed()
                    ? new ReleaseOutcome.Installed(ref, done.revision(), version, since(start))
                    : new ReleaseOutcome.Upgraded(ref, done.revision(), version, since(start));
        } catch (DecsException failed) {
            print(ref, Step.UPGRADE, before);
            String prefix = before.isEmpty() && place(place) ? "UPGRADE FAILED: " : "";
            throw call(release).failed(failed, before, "Error: " + prefix + failed.getMessage() + "\n");
        }
    }

    /** Whether the cluster can be asked about the release at all. */
    private static boolean place(ReleasePlace place) {
        try {
            return place.last().isPresent();
        } catch (DecsException unreachable) {
            return false;
        }
    }

    private void print(ReleaseRef ref, Step step, String text) {
        if (!text.isEmpty()) {
            session.listener().on(new RunEvent.Printed(ref, step, text));
        }
    }

    private UpgradeRequest request(ResolvedRelease release, PreparedRelease prepared) {
        boolean reuse =
                deployment.reuseValues().orElse(release.flag("reuseValues").orElse(false));
        boolean labelled = release.flag("syncReleaseLabels").orElse(deployment.syncReleaseLabels());
        return new UpgradeRequest(
                release.name(),
                prepared.chart(),
                prepared.values(),
                reuse ? ValuesReuse.REUSE : ValuesReuse.RESET,
                labelled ? labels(release) : Map.of(),
                ProgramRenderer.of(release, deployment.postRendering()),
                releaseOptions(release));
    }

    private HelmArguments arguments(ResolvedRelease release) {
        return HelmArguments.of(HelmArguments.Call.SYNC, options, release);
    }

    private static Map<String, String> labels(ResolvedRelease release) {
        Map<String, String> labels = new TreeMap<>(release.labels());
        labels.keySet().removeAll(SYSTEM_LABELS);
        return labels;
    }

    private ReleaseOptions releaseOptions(ResolvedRelease release) {
        String description =
                deployment.description().isEmpty() ? release.fields().text("description") : deployment.description();
        ReleaseOptions result = ReleaseOptions.defaults()
                .withTimeout(Duration.ofSeconds(timeout(release).orElse(300)))
                .withHistoryMax(release.whole("historyMax").orElse(10))
                .withDescription(description)
                .withServerSide(serverSide(release));
        if (deployment.waiting()
                || release.flag("wait").orElse(false)
                || atomic(release)
                || arguments(release).has("--wait")) {
            result = result.withWait(session.helm() == HelmVersion.V3 ? WaitStrategy.LEGACY : WaitStrategy.WATCHER);
        }
        result = on(result, Switch.WAIT_FOR_JOBS, deployment.waitForJobs() || flag(release, "waitForJobs"));
        result = on(result, Switch.ROLLBACK_ON_FAILURE, atomic(release));
        result = on(result, Switch.CLEANUP_ON_FAIL, flag(release, "cleanupOnFail"));
        result = on(result, Switch.FORCE_REPLACE, flag(release, "force"));
        result = on(result, Switch.FORCE_CONFLICTS, flag(release, "forceConflicts"));
        result = on(
                result, Switch.CREATE_NAMESPACE, release.flag("createNamespace").orElse(true));
        result = on(
                result,
                Switch.SKIP_CRDS,
                deployment.skipCrds() || release.defaults().flag("skipCRDs").orElse(false));
        result = on(result, Switch.TAKE_OWNERSHIP, release.flag("takeOwnership").orElse(deployment.takeOwnership()));
        result = on(
                result,
                Switch.SKIP_SCHEMA_VALIDATION,
                release.flag("skipSchemaValidation").orElse(deployment.skipSchemaValidation()));
        result = on(result, Switch.NO_OPENAPI_VALIDATION, flag(release, "disableOpenAPIValidation"));
        for (Switch each : deployment.conduct()) {
            result = result.with(each);
        }
        return arguments(release).options(on(result, Switch.ENABLE_DNS, flag(release, "enableDNS")));
    }

    private static boolean flag(ResolvedRelease release, String name) {
        return release.flag(name).orElse(false);
    }

    private static boolean atomic(ResolvedRelease release) {
        return flag(release, "atomic") || flag(release, "rollbackOnFailure");
    }

    private Optional<Integer> timeout(ResolvedRelease release) {
        return deployment.timeout() > 0 ? Optional.of(deployment.timeout()) : release.whole("timeout");
    }

    private ServerSide serverSide(ResolvedRelease release) {
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

    private static ReleaseOptions on(ReleaseOptions options, Switch wanted, boolean given) {
        return given ? options.with(wanted) : options;
    }

    private HelmCall call(ResolvedRelease release) {
        boolean reuse =
                deployment.reuseValues().orElse(release.flag("reuseValues").orElse(false));
        HelmCall call = new HelmCall(session.host(), release)
                .add(
                        "upgrade",
                        "--install",
                        release.name(),
                        ChartPlace.of(release).shown())
                .option("--version", release.version())
                .flag("--devel", flag(release, "devel"))
                .flag("--enable-dns", flag(release, "enableDNS"))
                .flag("--wait", deployment.waiting() || flag(release, "wait"))
                .flag("--wait-for-jobs", deployment.waitForJobs() || flag(release, "waitForJobs"));
        timeout(release).ifPresent(seconds -> call.add("--timeout", seconds + "s"));
        return call.flag("--force", flag(release, "force"))
                .flag("--atomic", flag(release, "atomic"))
                .flag("--cleanup-on-fail", flag(release, "cleanupOnFail"))
                .flag("--create-namespace", release.flag("createNamespace").orElse(true))
                .option("--kube-context", release.kubeContext())
                .flag("--take-ownership", release.flag("takeOwnership").orElse(deployment.takeOwnership()))
                .option("--namespace", release.namespace())
                .ownValues()
                .givenFiles(options.values())
                .givenSet(options.values())
                .add(reuse ? "--reuse-values" : "--reset-values")
                .add("--history-max", release.whole("historyMax").orElse(10).toString());
    }

    /** Whether the release is there, told as a look-up. */
    boolean isPresent(ResolvedRelease release) {
        ReleaseRef ref = FileRun.ref(release);
        session.listener().on(new RunEvent.Started(ref, Step.LOOK_UP));
        Optional<Release> last = new ReleasePlace(session, release).last();
        last.ifPresent(found -> print(ref, Step.LOOK_UP, HelmText.listed(found)));
        return last.isPresent();
    }

    /**
     * Removes the release.
     *
     * @param cascade over what the release says
     * @param syncing whether this is part of sync or apply, with their hooks around
     */
    ReleaseOutcome remove(ResolvedRelease release, String cascade, boolean syncing) {
        long start = System.nanoTime();
        ReleaseRef ref = FileRun.ref(release);
        Optional<ReleaseOutcome> before =
                syncing ? hook(release, "presync", Optional.empty(), start) : Optional.empty();
        before = before.or(() -> hook(release, "preuninstall", Optional.empty(), start));
        if (before.isPresent()) {
            return before.get();
        }
        session.listener().on(new RunEvent.Started(ref, Step.DELETE));
        Optional<DecsException> failure = Optional.empty();
        ReleaseOutcome outcome;
        try {
            Uninstall.Result result =
                    new Uninstall(new ReleasePlace(session, release).context()).run(removal(release, cascade));
            String info = result.info().isEmpty() ? "" : result.info() + "\n";
            print(ref, Step.DELETE, info + "release \"" + release.name() + "\" uninstalled\n");
            outcome = new ReleaseOutcome.Removed(ref, since(start));
        } catch (DecsException failed) {
            DecsException told = new HelmCall(session.host(), release)
                    .add("delete", release.name())
                    .option("--namespace", release.namespace())
                    .failed(failed, "");
            failure = Optional.of(told);
            outcome = new ReleaseOutcome.Failed(ref, FailedAt.REMOVAL, told, since(start));
        }
        Optional<ReleaseOutcome> after = hook(release, "postuninstall", failure, start);
        if (syncing) {
            hook(release, "postsync", failure, start);
            hook(release, "cleanup", failure, start);
        }
        return failure.isPresent() ? outcome : late(outcome, after);
    }

    private UninstallRequest removal(ResolvedRelease release, String cascade) {
        String own = release.fields().text("cascade");
        String word = !own.isEmpty()
                ? own
                : !cascade.isEmpty() ? cascade : release.defaults().text("cascade");
        ReleaseOptions result = ReleaseOptions.defaults();
        if (release.flag("deleteWait").orElse(false)) {
            result = result.withWait(session.helm() == HelmVersion.V3 ? WaitStrategy.LEGACY : WaitStrategy.WATCHER)
                    .withTimeout(
                            Duration.ofSeconds(release.whole("deleteTimeout").orElse(300)));
        }
        UninstallRequest request = UninstallRequest.of(release.name()).withOptions(result);
        return word.isEmpty() ? request : new UninstallRequest(request.name(), Cascades.of(word), request.options());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
