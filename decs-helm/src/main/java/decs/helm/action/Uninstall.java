package decs.helm.action;

import decs.helm.kube.ClusterException;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.KubeObject;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.render.HookEvent;
import decs.helm.render.KindOrder;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StorageException;
import decs.helm.storage.StoredRelease;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code helm uninstall}: the objects of a release deleted, its records removed or kept. Mirrors: action.Uninstall. */
public final class Uninstall {
    private final ReleaseContext context;

    public Uninstall(ReleaseContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * What was uninstalled.
     *
     * @param release empty when there was none and that is no failure
     * @param info what Helm says of objects that were not deleted; empty when all were
     */
    public record Result(Optional<Release> release, String info) {}

    public Result run(UninstallRequest request) {
        ReleaseOptions options = request.options();
        ServerFacts.reach(context.cluster(), context.version());
        ReleaseName.checkKnown(request.name(), "uninstall: Release name is invalid: ");
        ReleaseHistory history = ReleaseHistory.of(context.store(), request.name());
        if (history.isEmpty()) {
            if (options.isDryRun() && !options.has(Switch.IGNORE_NOT_FOUND)) {
                throw StorageException.notFound();
            }
            if (options.has(Switch.IGNORE_NOT_FOUND)) {
                return new Result(Optional.empty(), "");
            }
            throw new ReleaseException("uninstall: Release not loaded: " + request.name() + ": release: not found");
        }
        if (options.isDryRun()) {
            Release last = history.lastOrThrow().release();
            return new Result(Optional.of(last), dryRun(last));
        }
        return Turn.take(context, history, request.name(), options).run(() -> run(request, history));
    }

    private Result run(UninstallRequest request, ReleaseHistory history) {
        ReleaseOptions options = request.options();
        StoredRelease last = history.lastOrThrow();
        if (last.release().status() == ReleaseStatus.UNINSTALLED) {
            if (options.has(Switch.KEEP_HISTORY)) {
                throw new ReleaseException("the release named \"" + request.name() + "\" is already deleted");
            }
            purge(history);
            return new Result(Optional.of(last.release()), "");
        }
        return run(request, history, new RunningRelease(history, last));
    }

    private Result run(UninstallRequest request, ReleaseHistory history, RunningRelease running) {
        ReleaseOptions options = request.options();
        ObjectWait wait = new WatchWait(context, options);
        boolean serverSide = !context.helm3();
        ResourceApplier applier = new ResourceApplier(context, serverSide, ReleaseOptions.defaults());
        HookRunner hooks = new HookRunner(context, applier, wait);
        running.change(release -> release.withState(release.state()
                .with(ReleaseStatus.UNINSTALLING, "Deletion in progress (or silently failed)")
                .withDeleted(context.now())));
        if (!options.has(Switch.NO_HOOKS)) {
            hooks.run(running, HookEvent.PRE_DELETE, options.timeout());
        }
        running.write();
        for (StoredRelease deployed : history.deployed()) {
            history.update(
                    deployed,
                    deployed.release()
                            .withStatus(
                                    ReleaseStatus.SUPERSEDED,
                                    deployed.release().state().description()));
        }
        Deletion deletion = delete(running.release(), request.cascade(), applier);
        if (!deletion.failures().isEmpty()) {
            throw failed(request.name(), deletion.failures());
        }
        List<DecsException> failures = new ArrayList<>();
        if (options.waitFor() != WaitStrategy.HOOK_ONLY) {
            attempt(failures, () -> wait.gone(deletion.deleted(), options.timeout()));
        }
        if (!options.has(Switch.NO_HOOKS)) {
            attempt(failures, () -> hooks.run(running, HookEvent.POST_DELETE, options.timeout()));
        }
        running.change(release ->
                release.withStatus(ReleaseStatus.UNINSTALLED, Install.description(options, "Uninstallation complete")));
        if (options.has(Switch.KEEP_HISTORY)) {
            running.write();
        } else {
            purge(history);
        }
        if (!failures.isEmpty()) {
            throw ReleaseException.of(
                    "uninstallation completed with " + failures.size() + " error(s): "
                            + String.join(
                                    "; ",
                                    failures.stream()
                                            .map(DecsException::getMessage)
                                            .toList()),
                    failures.stream().flatMap(e -> e.problems().stream()).toList());
        }
        return new Result(Optional.of(running.release()), deletion.info());
    }

    /** What fails once the objects are deleted keeps no record from going. */
    private static void attempt(List<DecsException> failures, Runnable step) {
        try {
            step.run();
        } catch (DecsException e) {
            failures.add(e);
        }
    }

    private static ReleaseException failed(String name, List<DecsException> failures) {
        return ReleaseException.of(
                "failed to delete release: " + name,
                failures.stream().flatMap(e -> e.problems().stream()).toList());
    }

    private static void purge(ReleaseHistory history) {
        history.all().forEach(history::delete);
    }

    /** What came of deleting. */
    private record Deletion(List<ManifestObject> deleted, List<DecsException> failures, String info) {}

    /** What Helm 4 says of kept objects without deleting any. */
    private String dryRun(Release release) {
        boolean gone = release.status() == ReleaseStatus.UNINSTALLED;
        return context.helm3() || gone ? "" : sort(release).info();
    }

    /** What goes, in its order, and what is said of what stays. */
    private record Sorted(List<ManifestObject> doomed, String info) {}

    private Sorted sort(Release release) {
        List<ManifestObject> objects =
                new ArrayList<>(new ManifestObjects(context.cluster(), context.namespace()).build(release.manifest()));
        objects.sort(Comparator.comparing(ManifestObject::kind, KindOrder.uninstall(context.version())));
        StringBuilder kept = new StringBuilder();
        List<ManifestObject> doomed = new ArrayList<>();
        for (ManifestObject object : objects) {
            if (ManifestObject.isKept(object.object().annotations())) {
                line(kept, object);
            } else if (!ManifestObject.hasPolicy(object.object().annotations())) {
                doomed.add(object);
            }
        }
        return new Sorted(
                doomed, kept.length() == 0 ? "" : "These resources were kept due to the resource policy:\n" + kept);
    }

    private static void line(StringBuilder out, ManifestObject object) {
        out.append('[').append(object.kind()).append("] ").append(object.name()).append('\n');
    }

    private Deletion delete(Release release, DeleteOptions.Propagation cascade, ResourceApplier applier) {
        Sorted sorted = sort(release);
        String info = sorted.info();
        Ownership ownership = new Ownership(release.name(), release.namespace());
        StringBuilder foreign = new StringBuilder();
        List<ManifestObject> deleted = new ArrayList<>();
        List<DecsException> failures = new ArrayList<>();
        for (ManifestObject object : sorted.doomed()) {
            try {
                if (context.helm3() || isOwn(ownership, object, foreign)) {
                    applier.delete(object, DeleteOptions.of(cascade));
                    deleted.add(object);
                }
            } catch (ClusterException e) {
                failures.add(e);
            }
        }
        if (foreign.length() > 0) {
            long count = foreign.chars().filter(c -> c == '\n').count();
            info += count + " resource(s) were not deleted because they are not owned by this release:\n" + foreign;
        }
        return new Deletion(deleted, failures, info);
    }

    private boolean isOwn(Ownership ownership, ManifestObject object, StringBuilder foreign) {
        Optional<KubeObject> live = context.cluster().find(object.ref());
        if (live.isEmpty()) {
            return false;
        }
        if (ownership.fault(live.get()).isEmpty()) {
            return true;
        }
        line(foreign, object);
        return false;
    }
}
