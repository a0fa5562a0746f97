package decs.helm.action;

import decs.helm.kube.DeleteOptions;
import decs.helm.release.ApplyMethod;
import decs.helm.release.Release;
import decs.helm.release.ReleaseState;
import decs.helm.release.ReleaseStatus;
import decs.helm.render.HookEvent;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StoredRelease;
import decs.helm.storage.SystemLabels;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code helm rollback}: an earlier revision again, as a new one. Mirrors: action.Rollback. */
public final class Rollback {
    private final ReleaseContext context;

    public Rollback(ReleaseContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /** The new revision. */
    public Release run(RollbackRequest request) {
        ServerFacts.reach(context.cluster(), context.version());
        ReleaseName.checkKnown(request.name(), "prepareRollback: Release name is invalid: ");
        if (request.revision() < 0) {
            throw new ReleaseException("invalid release revision");
        }
        ReleaseHistory history = ReleaseHistory.of(context.store(), request.name());
        history.lastOrThrow();
        if (request.options().isDryRun()) {
            return run(request, history);
        }
        return Turn.take(context, history, request.name(), request.options()).run(() -> run(request, history));
    }

    private Release run(RollbackRequest request, ReleaseHistory history) {
        Release current = history.lastOrThrow().release();
        int revision = request.revision() == 0 ? current.revision() - 1 : request.revision();
        Release target =
                history.find(revision).map(StoredRelease::release).orElseThrow(() -> unknown(revision, history));
        Release next = next(request, current, target);
        if (request.options().isDryRun()) {
            return next;
        }
        RunningRelease running = new RunningRelease(
                history, history.create(next, request.options().historyMax()));
        return apply(request, running, current);
    }

    private static ReleaseException unknown(int revision, ReleaseHistory history) {
        String text = "release has no " + revision + " version";
        List<String> known = history.all().stream()
                .map(each -> String.valueOf(each.revision()))
                .toList();
        String hint = known.size() == 1
                ? "its only revision is " + known.get(0) + ": there is nothing to roll back to"
                : "its revisions are " + String.join(", ", known);
        return ReleaseException.of(text, List.of(Problem.of(text).withHint(hint)));
    }

    private Release apply(RollbackRequest request, RunningRelease running, Release current) {
        ReleaseOptions options = request.options();
        boolean serverSide = running.release().applyMethod() == ApplyMethod.SERVER_SIDE;
        ManifestObjects builder = new ManifestObjects(context.cluster(), context.namespace());
        List<ManifestObject> original = build(builder, current.manifest(), "current");
        Ownership ownership = new Ownership(current.name(), current.namespace());
        List<ManifestObject> target =
                ownership.mark(build(builder, running.release().manifest(), "new"));
        ObjectWait wait = new WatchWait(context, options);
        ResourceApplier applier = new ResourceApplier(context, serverSide, options);
        HookRunner hooks = new HookRunner(context, applier, wait);
        if (!options.has(Switch.NO_HOOKS)) {
            hooks.run(running, HookEvent.PRE_ROLLBACK, options.timeout());
        }
        List<ManifestObject> created = new ArrayList<>();
        try {
            applier.takingOver().update(original, target, created);
        } catch (DecsException e) {
            throw failed(running, current, created, options, e);
        }
        applier.recreatePods(target);
        if (options.waitFor() != WaitStrategy.HOOK_ONLY) {
            try {
                wait.ready(applier.live(target), options.timeout(), options.has(Switch.WAIT_FOR_JOBS));
            } catch (DecsException e) {
                running.finish(ReleaseStatus.FAILED, failure(running.release(), e));
                throw ReleaseException.within("release " + current.name() + " failed: ", e)
                        .about(running.release());
            }
        }
        if (!options.has(Switch.NO_HOOKS)) {
            hooks.run(running, HookEvent.POST_ROLLBACK, options.timeout());
        }
        List<StoredRelease> deployed = running.history().deployed();
        running.finish(ReleaseStatus.DEPLOYED, running.release().state().description());
        deployed.forEach(old -> supersede(running.history(), old));
        return running.release();
    }

    private static void supersede(ReleaseHistory history, StoredRelease old) {
        Release release = old.release();
        history.update(old, release.withState(release.state().withStatus(ReleaseStatus.SUPERSEDED)));
    }

    private static String failure(Release release, DecsException cause) {
        return "Rollback \"" + release.name() + "\" failed: " + cause.getMessage();
    }

    private ReleaseException failed(
            RunningRelease running,
            Release current,
            List<ManifestObject> created,
            ReleaseOptions options,
            DecsException cause) {
        if (!context.helm3()) {
            context.warn(failure(running.release(), cause), List.of());
        }
        running.history().find(current.revision()).ifPresent(old -> supersede(running.history(), old));
        running.finish(ReleaseStatus.FAILED, failure(running.release(), cause));
        if (options.has(Switch.CLEANUP_ON_FAIL)) {
            new ResourceApplier(context, false, ReleaseOptions.defaults())
                    .deleteAll(created, DeleteOptions.background());
        }
        return ReleaseException.within("", cause).about(running.release());
    }

    private static List<ManifestObject> build(ManifestObjects builder, String manifest, String which) {
        try {
            return builder.build(manifest);
        } catch (DecsException e) {
            throw ReleaseException.within(
                    "unable to build kubernetes objects from " + which + " release manifest: ", e);
        }
    }

    private Release next(RollbackRequest request, Release current, Release target) {
        OffsetDateTime now = context.now();
        String description = Install.description(request.options(), "Rollback to " + target.revision());
        ReleaseState state = ReleaseState.begun(
                        current.state().firstDeployed().orElse(now), now, ReleaseStatus.PENDING_ROLLBACK, description)
                .withNotes(target.state().notes())
                .withRollbackRevision(context.helm3() ? 0 : target.revision());
        ApplyMethod method = ApplyMethod.UNRECORDED;
        if (!context.helm3()) {
            boolean serverSide =
                    switch (request.options().serverSide()) {
                        case ON -> true;
                        case OFF -> false;
                        case AUTO -> target.applyMethod() == ApplyMethod.SERVER_SIDE;
                    };
            method = serverSide ? ApplyMethod.SERVER_SIDE : ApplyMethod.CLIENT_SIDE;
        }
        return new Release(
                current.name(),
                current.namespace(),
                current.revision() + 1,
                state,
                target.chart(),
                target.config(),
                target.manifest(),
                target.hooks(),
                method,
                SystemLabels.without(target.labels()),
                Map.of());
    }
}
