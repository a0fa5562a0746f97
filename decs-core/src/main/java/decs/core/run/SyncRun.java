package decs.core.run;

import decs.core.load.State;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.prepare.PreparedRelease;
import decs.core.request.FileReport;
import decs.core.request.ReleaseOutcome;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.SyncReport;
import decs.core.request.SyncRequest;
import decs.helm.action.Notices;
import decs.helm.action.PostRenderer;
import decs.helm.action.ReleaseContext;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Switch;
import decs.helm.action.Uninstall;
import decs.helm.action.UninstallRequest;
import decs.helm.action.Upgrade;
import decs.helm.action.UpgradeRequest;
import decs.helm.action.ValuesReuse;
import decs.helm.action.WaitStrategy;
import decs.helm.chart.HelmVersion;
import decs.helm.kube.Cluster;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.render.ManifestText;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderRequest;
import decs.helm.render.RenderedChart;
import decs.helm.storage.KubeReleaseStore;
import decs.helm.storage.RecordKind;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.ReleaseStore;
import decs.helm.storage.StoredRelease;
import decs.template.source.DecsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code sync} and {@code apply}: releases brought to what the spec says, wave by wave, those of a wave side by side. A
 * release that fails stops neither its wave nor the others; what needs it is skipped by name.
 */
public final class SyncRun {
    private final Session session;
    private final SyncRequest request;

    public SyncRun(Session session, SyncRequest request) {
        this.session = session;
        this.request = request;
    }

    /** Runs all files, one after the other, and reports what became of every release. */
    public SyncReport run(List<Releases> files) {
        List<FileReport> reports = new ArrayList<>();
        try (Workers workers = new Workers(request.options().concurrency())) {
            for (Releases releases : files) {
                State state = releases.state();
                FileRun file = new FileRun(session, state, request.changedOnly() ? "apply" : "sync", request.options());
                List<ReleaseOutcome> outcomes = new ArrayList<>();
                file.run(releases, FileRun.Preparing.ALL, plan -> sync(plan, file, workers, outcomes));
                FileReport report = new FileReport(state.file().shown(), outcomes);
                session.listener().on(new RunEvent.FileDone(report));
                reports.add(report);
            }
        }
        return new SyncReport(reports);
    }

    private void sync(Plan plan, FileRun file, Workers workers, List<ReleaseOutcome> outcomes) {
        List<Wave> backwards = new ArrayList<>(plan.waves());
        Collections.reverse(backwards);
        for (Wave wave : backwards) {
            List<ResolvedRelease> unwanted = wave.releases().stream()
                    .filter(release -> !release.installed())
                    .toList();
            outcomes.addAll(workers.all(unwanted, release -> hooked(release, file, this::removed)));
        }
        Set<String> failed = new HashSet<>();
        for (Wave wave : plan.waves()) {
            List<ResolvedRelease> wanted =
                    wave.releases().stream().filter(ResolvedRelease::installed).toList();
            workers.inOrder(wanted, release -> attempt(release, file, failed), outcome -> {
                outcomes.add(outcome);
                session.listener().on(new RunEvent.Done(outcome));
            });
            for (ReleaseOutcome outcome : outcomes) {
                if (outcome instanceof ReleaseOutcome.Failed || outcome instanceof ReleaseOutcome.Skipped) {
                    wanted.stream()
                            .filter(release -> FileRun.ref(release).equals(outcome.release()))
                            .forEach(release -> failed.add(release.id()));
                }
            }
        }
    }

    /** What is done to one release. */
    private interface Work {
        ReleaseOutcome on(ResolvedRelease release);
    }

    private ReleaseOutcome attempt(ResolvedRelease release, FileRun file, Set<String> failed) {
        Optional<String> missing =
                release.needs().stream().filter(failed::contains).findFirst();
        if (missing.isPresent()) {
            return new ReleaseOutcome.Skipped(FileRun.ref(release), "it needs " + missing.get() + ", which failed");
        }
        return hooked(release, file, this::synced);
    }

    private ReleaseOutcome hooked(ResolvedRelease release, FileRun file, Work work) {
        Instant start = session.host().clock().instant();
        ReleaseOutcome outcome;
        Optional<DecsException> failure = Optional.empty();
        try {
            file.hooks().release(release, "presync", Optional.empty());
            outcome = work.on(release);
        } catch (DecsException failed) {
            failure = Optional.of(failed);
            outcome = new ReleaseOutcome.Failed(FileRun.ref(release), !release.installed(), failed, since(start));
        }
        try {
            file.hooks().release(release, "postsync", failure);
            file.hooks().release(release, "cleanup", failure);
        } catch (DecsException failed) {
            if (failure.isEmpty()) {
                outcome = new ReleaseOutcome.Failed(FileRun.ref(release), !release.installed(), failed, since(start));
            }
        }
        return outcome;
    }

    private Duration since(Instant start) {
        return Duration.between(start, session.host().clock().instant());
    }

    private ReleaseContext context(ResolvedRelease release) {
        Cluster cluster = session.clusters().of(release.kubeContext());
        String namespace = release.namespace().isEmpty()
                ? session.clusters().defaultNamespace(release.kubeContext())
                : release.namespace();
        ReleaseStore store = new KubeReleaseStore(
                cluster,
                RecordKind.SECRET,
                namespace,
                session.helm(),
                session.host().clock());
        return new ReleaseContext(
                cluster, store, namespace, session.renderer(), session.helm(), session.host(), Notices.NONE);
    }

    private ReleaseOutcome synced(ResolvedRelease release) {
        Instant start = session.host().clock().instant();
        PreparedRelease prepared = session.preparation()
                .prepare(
                        release,
                        session.preparation().values(release).texts(),
                        request.options().values(),
                        request.options().skipDeps());
        ReleaseContext context = context(release);
        List<StoredRelease> history =
                ReleaseHistory.of(context.store(), release.name()).all();
        if (request.changedOnly() && !history.isEmpty()) {
            Release last = history.get(history.size() - 1).release();
            if (last.status() == ReleaseStatus.DEPLOYED && unchanged(last, prepared, context)) {
                return new ReleaseOutcome.Unchanged(FileRun.ref(release), last.revision(), "deployed");
            }
        }
        session.listener().on(new RunEvent.Started(FileRun.ref(release), Step.UPGRADE));
        UpgradeRequest upgrade = new UpgradeRequest(
                release.name(),
                prepared.chart(),
                prepared.values(),
                release.flag("reuseValues").orElse(false) ? ValuesReuse.REUSE : ValuesReuse.RESET,
                Map.of(),
                PostRenderer.NONE,
                options(release));
        Upgrade.Result result = new Upgrade(context).runOrInstall(upgrade);
        String version = prepared.chart().metadata().version();
        int revision = result.release().revision();
        return result.installed()
                ? new ReleaseOutcome.Installed(FileRun.ref(release), revision, version, since(start))
                : new ReleaseOutcome.Upgraded(FileRun.ref(release), revision, version, since(start));
    }

    private boolean unchanged(Release last, PreparedRelease prepared, ReleaseContext context) {
        RenderRequest render = RenderRequest.of(
                        prepared.chart(),
                        prepared.values(),
                        ReleaseInfo.upgrade(last.name(), context.namespace(), last.revision() + 1),
                        session.helm())
                .withCapabilities(
                        session.clusters().capabilities(prepared.release().kubeContext()))
                .withHost(session.host());
        RenderedChart rendered = session.renderer().render(render);
        String manifest = ManifestText.ofManifests(rendered.manifests());
        List<String> hooks = rendered.hooks().stream()
                .map(hook -> hook.text().strip())
                .sorted()
                .toList();
        List<String> before = last.hooks().stream()
                .map(hook -> hook.definition().text().strip())
                .sorted()
                .toList();
        return manifest.strip().equals(last.manifest().strip()) && hooks.equals(before);
    }

    private ReleaseOptions options(ResolvedRelease release) {
        ReleaseOptions options = ReleaseOptions.defaults()
                .withTimeout(Duration.ofSeconds(
                        release.whole("timeout").filter(t -> t > 0).orElse(300)))
                .withHistoryMax(release.whole("historyMax").orElse(10))
                .withDescription(release.text("description"));
        if (release.flag("wait").orElse(false)) {
            options = options.withWait(session.helm() == HelmVersion.V3 ? WaitStrategy.LEGACY : WaitStrategy.WATCHER);
        }
        options = add(
                options,
                Switch.CREATE_NAMESPACE,
                release.flag("createNamespace").orElse(true));
        options = add(
                options, Switch.CLEANUP_ON_FAIL, release.flag("cleanupOnFail").orElse(false));
        options = add(options, Switch.FORCE_REPLACE, release.flag("force").orElse(false));
        options = add(
                options, Switch.FORCE_CONFLICTS, release.flag("forceConflicts").orElse(false));
        options = add(options, Switch.WAIT_FOR_JOBS, release.flag("waitForJobs").orElse(false));
        options = add(
                options, Switch.TAKE_OWNERSHIP, release.flag("takeOwnership").orElse(false));
        options = add(options, Switch.SKIP_CRDS, release.flag("skipCRDs").orElse(false));
        options = add(options, Switch.ENABLE_DNS, release.flag("enableDNS").orElse(false));
        boolean schema = release.flag("skipSchemaValidation").orElse(false);
        options = add(options, Switch.SKIP_SCHEMA_VALIDATION, schema);
        boolean atomic = release.flag("atomic").orElse(false)
                || release.flag("rollbackOnFailure").orElse(false);
        return add(options, Switch.ROLLBACK_ON_FAILURE, atomic);
    }

    private static ReleaseOptions add(ReleaseOptions options, Switch more, boolean wanted) {
        return wanted ? options.with(more) : options;
    }

    private ReleaseOutcome removed(ResolvedRelease release) {
        Instant start = session.host().clock().instant();
        ReleaseContext context = context(release);
        if (ReleaseHistory.of(context.store(), release.name()).all().isEmpty()) {
            return new ReleaseOutcome.Skipped(FileRun.ref(release), "it is not installed");
        }
        session.listener().on(new RunEvent.Started(FileRun.ref(release), Step.DELETE));
        new Uninstall(context).run(UninstallRequest.of(release.name()));
        return new ReleaseOutcome.Removed(FileRun.ref(release), since(start));
    }

    /** Removes every release that is there, the last of the plan first. */
    public SyncReport destroy(List<Releases> files) {
        List<FileReport> reports = new ArrayList<>();
        try (Workers workers = new Workers(request.options().concurrency())) {
            for (Releases releases : files) {
                FileRun file = new FileRun(session, releases.state(), "delete", request.options());
                List<ReleaseOutcome> outcomes = new ArrayList<>();
                file.run(releases, FileRun.Preparing.BACKWARDS, plan -> {
                    List<Wave> backwards = new ArrayList<>(plan.waves());
                    Collections.reverse(backwards);
                    for (Wave wave : backwards) {
                        outcomes.addAll(workers.all(wave.releases(), release -> removal(release)));
                    }
                });
                FileReport report = new FileReport(releases.state().file().shown(), outcomes);
                session.listener().on(new RunEvent.FileDone(report));
                reports.add(report);
            }
        }
        return new SyncReport(reports);
    }

    private ReleaseOutcome removal(ResolvedRelease release) {
        Instant start = session.host().clock().instant();
        try {
            return removed(release);
        } catch (DecsException failed) {
            return new ReleaseOutcome.Failed(FileRun.ref(release), true, failed, since(start));
        }
    }
}
