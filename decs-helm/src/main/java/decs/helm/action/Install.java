package decs.helm.action;

import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.Patch;
import decs.helm.kube.ServerVersion;
import decs.helm.kube.WriteOptions;
import decs.helm.release.ApplyMethod;
import decs.helm.release.Release;
import decs.helm.release.ReleaseState;
import decs.helm.release.ReleaseStatus;
import decs.helm.release.StoredChart;
import decs.helm.render.CrdFile;
import decs.helm.render.HookEvent;
import decs.helm.render.ReleaseInfo;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StoredRelease;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code helm install}: a chart rendered, recorded, applied. Mirrors: action.Install. */
public final class Install {
    private final ReleaseContext context;

    public Install(ReleaseContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /**
     * The new release.
     *
     * @throws ReleaseException with Helm's words, and the release as far as it came
     */
    public Release run(InstallRequest request) {
        return run(request, Optional.empty());
    }

    /** The same where the history was just read. */
    Release run(InstallRequest request, Optional<ReleaseHistory> known) {
        ReleaseOptions options = request.options();
        boolean remote = options.dryRun() != DryRun.CLIENT;
        Optional<ServerVersion> server = remote || context.helm3() ? Optional.of(reach()) : Optional.empty();
        if (options.has(Switch.HIDE_SECRETS) && !options.isDryRun()) {
            String text = (context.helm3() ? "H" : "h") + "iding Kubernetes secrets requires a dry-run mode";
            context.error(text, List.of());
            throw new ReleaseException(text);
        }
        ReleaseHistory history = available(request, known);
        context.print(Installable.check(request.chart(), context.version()));
        ReleaseRender.checkLabels(request.labels());
        return run(request, server, history);
    }

    private Release run(InstallRequest request, Optional<ServerVersion> server, ReleaseHistory history) {
        ReleaseOptions options = request.options();
        boolean serverSide = !context.helm3() && options.serverSide() != ServerSide.OFF;
        ObjectWait wait = new WatchWait(context, options);
        ResourceApplier applier = new ResourceApplier(context, serverSide, options);
        ReleaseInfo info = ReleaseInfo.install(request.name(), context.namespace());
        installCrds(request, applier, wait);
        ReleaseRender render = ReleaseRender.of(
                context, request.chart(), request.values(), info, options, request.postRenderer(), server);
        Release release = release(request, render, serverSide);
        if (options.dryRun() == DryRun.CLIENT && !context.helm3()) {
            return release.withStatus(ReleaseStatus.PENDING_INSTALL, description(options, "Dry run complete"));
        }
        Ownership ownership = new Ownership(request.name(), context.namespace());
        List<ManifestObject> objects = ownership.mark(build(release.manifest()));
        List<ManifestObject> adopted = existing(ownership, objects, options);
        if (options.isDryRun()) {
            return release.withStatus(ReleaseStatus.PENDING_INSTALL, description(options, "Dry run complete"));
        }
        if (options.has(Switch.CREATE_NAMESPACE)) {
            context.run().ensure(context.namespace(), () -> createNamespace(options.serverSide()));
        }
        Work work = new Work(objects, adopted, applier, wait);
        return Turn.take(context, history, request.name(), options).run(() -> record(request, history, release, work));
    }

    private Release record(InstallRequest request, ReleaseHistory history, Release release, Work work) {
        Optional<StoredRelease> last = request.options().has(Switch.REPLACE) ? history.last() : Optional.empty();
        RunningRelease running = new RunningRelease(history, history.create(numbered(release, last), 0));
        supersede(history, last);
        return apply(request, running, work);
    }

    private void installCrds(InstallRequest request, ResourceApplier applier, ObjectWait wait) {
        ReleaseOptions options = request.options();
        List<CrdFile> crds = options.has(Switch.SKIP_CRDS) ? List.of() : Crds.of(request.chart());
        if (crds.isEmpty() || options.dryRun() == DryRun.CLIENT) {
            return;
        }
        CrdInstaller installer = new CrdInstaller(context, applier, wait);
        if (options.has(Switch.APPLY_CRDS)) {
            installer.apply(crds, options.isDryRun());
        } else if (!options.isDryRun()) {
            installer.install(crds);
        } else if (!context.helm3()) {
            context.warn(
                    "This chart or one of its subcharts contains CRDs. Rendering may fail or contain inaccuracies.",
                    List.of());
        }
    }

    /** What is to be done, and with what. */
    private record Work(
            List<ManifestObject> objects, List<ManifestObject> adopted, ResourceApplier applier, ObjectWait waiting) {}

    private Release apply(InstallRequest request, RunningRelease running, Work work) {
        ReleaseOptions options = request.options();
        HookRunner hooks = new HookRunner(context, work.applier(), work.waiting());
        try {
            if (!options.has(Switch.NO_HOOKS)) {
                hooks(hooks, running, HookEvent.PRE_INSTALL, options);
            }
            if (work.adopted().isEmpty()) {
                work.applier().create(work.objects());
            } else {
                work.applier().takingOver().update(work.adopted(), work.objects(), new ArrayList<>());
            }
            if (options.waitFor() != WaitStrategy.HOOK_ONLY) {
                work.waiting()
                        .ready(
                                work.applier().live(work.objects()),
                                options.timeout(),
                                options.has(Switch.WAIT_FOR_JOBS));
            }
            if (!options.has(Switch.NO_HOOKS)) {
                hooks(hooks, running, HookEvent.POST_INSTALL, options);
            }
        } catch (DecsException e) {
            throw failed(request, running, e);
        }
        running.finish(ReleaseStatus.DEPLOYED, description(options, "Install complete"));
        return running.release();
    }

    private static void hooks(HookRunner hooks, RunningRelease running, HookEvent event, ReleaseOptions options) {
        try {
            hooks.run(running, event, options.timeout());
        } catch (DecsException e) {
            throw ReleaseException.within("failed " + event.text() + ": ", e);
        }
    }

    private ReleaseException failed(InstallRequest request, RunningRelease running, DecsException cause) {
        running.finish(ReleaseStatus.FAILED, "Release \"" + request.name() + "\" failed: " + cause.getMessage());
        if (!request.options().has(Switch.ROLLBACK_ON_FAILURE)) {
            return ReleaseException.within("", cause).about(running.release());
        }
        String flag = context.helm3() ? "atomic" : "rollback-on-failure";
        try {
            ReleaseOptions undo =
                    ReleaseOptions.defaults().withTimeout(request.options().timeout());
            boolean noHooks = request.options().has(Switch.NO_HOOKS);
            new Uninstall(context)
                    .run(UninstallRequest.of(request.name()).withOptions(noHooks ? undo.with(Switch.NO_HOOKS) : undo));
        } catch (DecsException e) {
            throw ReleaseException.within(
                    "an error occurred while uninstalling the release. original install error: " + cause.getMessage()
                            + ": ",
                    e);
        }
        return ReleaseException.within(
                        "release " + request.name() + " failed, and has been uninstalled due to " + flag
                                + " being set: ",
                        cause)
                .about(running.release());
    }

    private ServerVersion reach() {
        try {
            return ServerFacts.reachFirst(context.cluster(), context.version());
        } catch (ReleaseException e) {
            context.error(e.getMessage(), List.of());
            throw e;
        }
    }

    /** The history of the name, which must be free; nothing is looked up for a dry run. */
    private ReleaseHistory available(InstallRequest request, Optional<ReleaseHistory> known) {
        try {
            ReleaseName.check(request.name());
            if (request.options().isDryRun()) {
                return null;
            }
            ReleaseHistory history = known.orElseGet(() -> ReleaseHistory.of(context.store(), request.name()));
            checkName(history, request.options());
            return history;
        } catch (DecsException e) {
            context.error("release name check failed", List.of(Map.entry("error", e.getMessage())));
            throw ReleaseException.within(context.helm3() ? "" : "release name check failed: ", e);
        }
    }

    private void checkName(ReleaseHistory history, ReleaseOptions options) {
        Optional<StoredRelease> last = history.last();
        if (last.isEmpty()) {
            return;
        }
        ReleaseStatus status = last.get().release().status();
        boolean free = status == ReleaseStatus.UNINSTALLED || status == ReleaseStatus.FAILED;
        if (!options.has(Switch.REPLACE) || !free) {
            String text = "cannot " + (context.helm3() ? "re-use" : "reuse") + " a name that is still in use";
            String hint = "the release is there since "
                    + last.get()
                            .release()
                            .state()
                            .lastDeployed()
                            .map(Object::toString)
                            .orElse("an unknown time")
                    + " (revision " + last.get().revision() + ", " + status.text()
                    + "): upgrade it, or take another name";
            throw ReleaseException.of(text, List.of(Problem.of(text).withHint(hint)));
        }
    }

    private Release release(InstallRequest request, ReleaseRender render, boolean serverSide) {
        OffsetDateTime now = context.now();
        ApplyMethod method = context.helm3()
                ? ApplyMethod.UNRECORDED
                : serverSide ? ApplyMethod.SERVER_SIDE : ApplyMethod.CLIENT_SIDE;
        return new Release(
                request.name(),
                context.namespace(),
                1,
                ReleaseState.begun(now, now, ReleaseStatus.PENDING_INSTALL, "Initial install underway")
                        .withNotes(render.rendered().notes()),
                StoredChart.of(render.rendered().chart()),
                request.values(),
                render.manifest(),
                render.hooks(),
                method,
                request.labels(),
                Map.of());
    }

    private static Release numbered(Release release, Optional<StoredRelease> last) {
        return last.map(stored -> release.withRevision(stored.revision() + 1)).orElse(release);
    }

    private static void supersede(ReleaseHistory history, Optional<StoredRelease> last) {
        last.filter(stored -> stored.release().status() != ReleaseStatus.FAILED)
                .ifPresent(stored -> history.update(
                        stored, stored.release().withStatus(ReleaseStatus.SUPERSEDED, "superseded by new release")));
    }

    private List<ManifestObject> build(String manifest) {
        try {
            return new ManifestObjects(context.cluster(), context.namespace()).build(manifest);
        } catch (DecsException e) {
            throw ReleaseException.within("unable to build kubernetes objects from release manifest: ", e);
        }
    }

    private List<ManifestObject> existing(Ownership ownership, List<ManifestObject> objects, ReleaseOptions options) {
        try {
            return ownership.existing(context.run().presence(), objects, options.has(Switch.TAKE_OWNERSHIP));
        } catch (ReleaseException e) {
            throw ReleaseException.within((context.helm3() ? "U" : "u") + "nable to continue with install: ", e);
        }
    }

    private void createNamespace(ServerSide serverSide) {
        KubeObject namespace = KubeObject.of(Map.of("apiVersion", "v1", "kind", "Namespace"))
                .with(context.namespace(), "metadata", "name")
                .withLabel("name", context.namespace());
        try {
            if (context.helm3() || serverSide == ServerSide.OFF) {
                context.cluster().create(namespace, WriteOptions.by("helm"));
            } else {
                context.cluster().patch(namespace.ref(), new Patch.Apply(namespace, false), WriteOptions.by("helm"));
            }
        } catch (ClusterException e) {
            if (e.reason() != ClusterException.Reason.ALREADY_EXISTS) {
                throw e;
            }
        }
    }

    static String description(ReleaseOptions options, String otherwise) {
        return options.description().isEmpty() ? otherwise : options.description();
    }
}
