package decs.helm.action;

import decs.helm.kube.DeleteOptions;
import decs.helm.kube.ServerVersion;
import decs.helm.release.ApplyMethod;
import decs.helm.release.Release;
import decs.helm.release.ReleaseState;
import decs.helm.release.ReleaseStatus;
import decs.helm.release.StoredChart;
import decs.helm.render.HookEvent;
import decs.helm.render.ReleaseInfo;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StorageException;
import decs.helm.storage.StoredRelease;
import decs.template.source.DecsException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** {@code helm upgrade}: a new revision of a release. Mirrors: action.Upgrade. */
public final class Upgrade {
    private final ReleaseContext context;

    public Upgrade(ReleaseContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /** The outcome of an upgrade that may have been a first installation. */
    public record Result(Release release, boolean installed) {}

    /** Upgrades, or installs what is not there or was uninstalled ({@code --install}). */
    public Result runOrInstall(UpgradeRequest request) {
        return runOrInstall(request, ReleaseHistory.of(context.store(), request.name()));
    }

    /** The same for a caller who has just read the history. */
    public Result runOrInstall(UpgradeRequest request, ReleaseHistory history) {
        Optional<StoredRelease> last = history.last();
        boolean removed = last.filter(stored -> stored.release().status() == ReleaseStatus.UNINSTALLED)
                .isPresent();
        if (last.isPresent() && !removed) {
            return new Result(begun(request, history, begin(request)), false);
        }
        ReleaseOptions options = removed ? request.options().with(Switch.REPLACE) : request.options();
        return new Result(
                new Install(context).run(request.withOptions(options).asInstall(), Optional.of(history)), true);
    }

    /**
     * The new revision.
     *
     * @throws ReleaseException with Helm's words, and the release as far as it came
     */
    public Release run(UpgradeRequest request) {
        ServerVersion server = begin(request);
        return begun(request, ReleaseHistory.of(context.store(), request.name()), server);
    }

    /** What is asked before any record is read. */
    private ServerVersion begin(UpgradeRequest request) {
        ServerVersion server = ServerFacts.reach(context.cluster(), context.version());
        ReleaseName.checkKnown(request.name(), "release name is invalid: ");
        if (request.options().has(Switch.HIDE_SECRETS) && !request.options().isDryRun()) {
            throw new ReleaseException(
                    (context.helm3() ? "H" : "h") + "iding Kubernetes secrets requires a dry-run mode");
        }
        return server;
    }

    private Release begun(UpgradeRequest request, ReleaseHistory history, ServerVersion server) {
        if (history.isEmpty()) {
            throw history.noDeployed();
        }
        if (request.options().isDryRun()) {
            return run(request, history, server);
        }
        return Turn.take(context, history, request.name(), request.options()).run(() -> run(request, history, server));
    }

    private Release run(UpgradeRequest request, ReleaseHistory history, ServerVersion server) {
        Release last = history.lastOrThrow().release();
        if (last.status().isPending()) {
            throw Turn.pending(last);
        }
        Release current = current(history, last);
        context.print(Installable.check(request.chart(), context.version()));
        ReleaseRender.checkLabels(request.labels());
        applyCrds(request);
        ReusedValues reused = ReusedValues.of(request, current, context.version());
        ReleaseInfo info = ReleaseInfo.upgrade(request.name(), current.namespace(), last.revision() + 1);
        ReleaseRender render = ReleaseRender.of(
                context,
                reused.chart(),
                reused.values(),
                info,
                request.options(),
                request.postRenderer(),
                Optional.of(server));
        boolean serverSide = serverSide(request.options(), last);
        Release next =
                next(request, new Bases(current, last), render, serverSide).withConfig(reused.values());
        return run(request, history, current, next);
    }

    private void applyCrds(UpgradeRequest request) {
        ReleaseOptions options = request.options();
        if (options.has(Switch.APPLY_CRDS) && options.dryRun() != DryRun.CLIENT) {
            ResourceApplier applier = new ResourceApplier(context, true, options);
            new CrdInstaller(context, applier, new WatchWait(context, options))
                    .apply(Crds.of(request.chart()), options.isDryRun());
        }
    }

    private Release run(UpgradeRequest request, ReleaseHistory history, Release current, Release next) {
        ReleaseOptions options = request.options();
        ManifestObjects builder = new ManifestObjects(context.cluster(), context.namespace());
        List<ManifestObject> built = builder.build(next.manifest());
        List<ManifestObject> original = new ArrayList<>(original(builder, current));
        Ownership ownership = new Ownership(next.name(), next.namespace());
        List<ManifestObject> target = ownership.mark(built);
        List<ManifestObject> fresh = target.stream()
                .filter(object -> original.stream().noneMatch(object::isSame))
                .toList();
        original.addAll(existing(ownership, fresh, options));
        if (options.isDryRun()) {
            return next.withStatus(next.status(), Install.description(options, "Dry run complete"));
        }
        StoredRelease stored = history.create(next, options.historyMax());
        RunningRelease running = new RunningRelease(history, stored);
        return apply(request, running, current, new Difference(original, target));
    }

    /** What was, and what is to be. */
    private record Difference(List<ManifestObject> original, List<ManifestObject> target) {}

    /** The revision to compare with, and the newest one. */
    private record Bases(Release current, Release last) {}

    private Release apply(UpgradeRequest request, RunningRelease running, Release current, Difference objects) {
        ReleaseOptions options = request.options();
        List<ManifestObject> created = new ArrayList<>();
        try {
            boolean serverSide = running.release().applyMethod() == ApplyMethod.SERVER_SIDE;
            ObjectWait wait = new WatchWait(context, options);
            ResourceApplier applier = new ResourceApplier(context, serverSide, options);
            HookRunner hooks = new HookRunner(context, applier, wait);
            hooks(hooks, running, HookEvent.PRE_UPGRADE, options);
            boolean wasServerSide = current.applyMethod() == ApplyMethod.SERVER_SIDE;
            (wasServerSide ? applier : applier.takingOver()).update(objects.original(), objects.target(), created);
            applier.recreatePods(objects.target());
            if (options.waitFor() != WaitStrategy.HOOK_ONLY) {
                wait.ready(applier.live(objects.target()), options.timeout(), options.has(Switch.WAIT_FOR_JOBS));
            }
            hooks(hooks, running, HookEvent.POST_UPGRADE, options);
        } catch (DecsException e) {
            throw failed(request, running, created, e);
        }
        running.finish(ReleaseStatus.DEPLOYED, Install.description(options, "Upgrade complete"));
        running.history().find(current.revision()).ifPresent(old -> running.history()
                .update(old, old.release().withState(old.release().state().withStatus(ReleaseStatus.SUPERSEDED))));
        return running.release();
    }

    private static void hooks(HookRunner hooks, RunningRelease running, HookEvent event, ReleaseOptions options) {
        if (options.has(Switch.NO_HOOKS)) {
            return;
        }
        try {
            hooks.run(running, event, options.timeout());
        } catch (DecsException e) {
            throw ReleaseException.within(event.text() + " hooks failed: ", e);
        }
    }

    private ReleaseException failed(
            UpgradeRequest request, RunningRelease running, List<ManifestObject> created, DecsException cause) {
        ReleaseOptions options = request.options();
        if (!context.helm3()) {
            context.warn(
                    "upgrade failed",
                    List.of(Map.entry("name", request.name()), Map.entry("error", cause.getMessage())));
        }
        running.finish(ReleaseStatus.FAILED, "Upgrade \"" + request.name() + "\" failed: " + cause.getMessage());
        if (options.has(Switch.CLEANUP_ON_FAIL) && !created.isEmpty()) {
            List<DecsException> failures = new ResourceApplier(context, false, ReleaseOptions.defaults())
                    .deleteAll(created, DeleteOptions.background());
            if (!failures.isEmpty()) {
                throw ReleaseException.within(
                        "an error occurred while cleaning up resources. original upgrade error: " + cause.getMessage()
                                + ": ",
                        ReleaseException.all(failures, context.helm3()));
            }
        }
        if (!options.has(Switch.ROLLBACK_ON_FAILURE)) {
            return ReleaseException.within("", cause).about(running.release());
        }
        return rolledBack(request, running, cause);
    }

    private ReleaseException rolledBack(UpgradeRequest request, RunningRelease running, DecsException cause) {
        StoredRelease target = running.history()
                .newest(List.of(ReleaseStatus.SUPERSEDED, ReleaseStatus.DEPLOYED))
                .orElseThrow(() -> ReleaseException.within(
                        "unable to find a previously successful release when attempting to rollback. original upgrade"
                                + " error: ",
                        cause));
        ReleaseOptions options = request.options();
        ReleaseOptions undo = ReleaseOptions.defaults()
                .withTimeout(options.timeout())
                .withHistoryMax(options.historyMax())
                .withWait(
                        options.waitFor() == WaitStrategy.HOOK_ONLY
                                ? context.helm3() ? WaitStrategy.LEGACY : WaitStrategy.WATCHER
                                : options.waitFor());
        for (Switch same :
                List.of(Switch.NO_HOOKS, Switch.WAIT_FOR_JOBS, Switch.FORCE_REPLACE, Switch.FORCE_CONFLICTS)) {
            undo = options.has(same) ? undo.with(same) : undo;
        }
        try {
            new Rollback(context).run(new RollbackRequest(request.name(), target.revision(), undo));
        } catch (DecsException e) {
            throw ReleaseException.within(
                    "an error occurred while rolling back the release. original upgrade error: " + cause.getMessage()
                            + ": ",
                    e);
        }
        String flag = context.helm3() ? "atomic" : "rollback-on-failure";
        return ReleaseException.within(
                        "release " + request.name() + " failed, and has been rolled back due to " + flag
                                + " being set: ",
                        cause)
                .about(running.release());
    }

    private static Release current(ReleaseHistory history, Release last) {
        if (last.status() == ReleaseStatus.DEPLOYED) {
            return last;
        }
        List<StoredRelease> deployed = history.deployed();
        if (!deployed.isEmpty()) {
            return deployed.get(0).release();
        }
        if (last.status() == ReleaseStatus.FAILED || last.status() == ReleaseStatus.SUPERSEDED) {
            return last;
        }
        throw StorageException.noDeployedReleases(last.name());
    }

    private boolean serverSide(ReleaseOptions options, Release last) {
        return !context.helm3()
                && switch (options.serverSide()) {
                    case ON -> true;
                    case OFF -> false;
                    case AUTO -> last.applyMethod() == ApplyMethod.SERVER_SIDE;
                };
    }

    private Release next(UpgradeRequest request, Bases bases, ReleaseRender render, boolean serverSide) {
        OffsetDateTime now = context.now();
        OffsetDateTime first = bases.current().state().firstDeployed().orElse(now);
        Map<String, String> labels = new TreeMap<>(bases.last().labels());
        request.labels().forEach((key, value) -> {
            if (value.equals("null")) {
                labels.remove(key);
            } else {
                labels.put(key, value);
            }
        });
        ApplyMethod method = context.helm3()
                ? ApplyMethod.UNRECORDED
                : serverSide ? ApplyMethod.SERVER_SIDE : ApplyMethod.CLIENT_SIDE;
        return new Release(
                request.name(),
                bases.current().namespace(),
                bases.last().revision() + 1,
                ReleaseState.begun(first, now, ReleaseStatus.PENDING_UPGRADE, "Preparing upgrade")
                        .withNotes(render.rendered().notes()),
                StoredChart.of(render.rendered().chart()),
                Map.of(),
                render.manifest(),
                render.hooks(),
                method,
                labels,
                Map.of());
    }

    private static List<ManifestObject> original(ManifestObjects builder, Release current) {
        try {
            return builder.build(current.manifest());
        } catch (DecsException e) {
            throw ReleaseException.within("unable to build kubernetes objects from current release manifest: ", e);
        }
    }

    private List<ManifestObject> existing(Ownership ownership, List<ManifestObject> objects, ReleaseOptions options) {
        try {
            return ownership.existing(context.run().presence(), objects, options.has(Switch.TAKE_OWNERSHIP));
        } catch (ReleaseException e) {
            throw ReleaseException.within((context.helm3() ? "U" : "u") + "nable to continue with update: ", e);
        }
    }
}
