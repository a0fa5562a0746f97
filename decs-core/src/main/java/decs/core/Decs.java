package decs.core;

import decs.core.environment.CrashException;
import decs.core.load.LoadRequest;
import decs.core.load.State;
import decs.core.load.StateLoader;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.UnmatchedLabels;
import decs.core.prepare.ReleasePreparation;
import decs.core.prepare.SpecRepositories;
import decs.core.request.ApplyRequest;
import decs.core.request.DepsRequest;
import decs.core.request.DestroyRequest;
import decs.core.request.DiffReport;
import decs.core.request.DiffRequest;
import decs.core.request.DriftRequest;
import decs.core.request.FetchRequest;
import decs.core.request.LintRequest;
import decs.core.request.LookRequest;
import decs.core.request.NoMatchException;
import decs.core.request.RenderedRelease;
import decs.core.request.RunEvent;
import decs.core.request.RunListener;
import decs.core.request.Settings;
import decs.core.request.StatusRequest;
import decs.core.request.SuiteRunner;
import decs.core.request.SyncReport;
import decs.core.request.SyncRequest;
import decs.core.request.Target;
import decs.core.request.TemplateRequest;
import decs.core.request.TestRequest;
import decs.core.request.UnitTestRequest;
import decs.core.request.WriteValuesRequest;
import decs.core.run.ApplyRun;
import decs.core.run.ClusterValues;
import decs.core.run.Clusters;
import decs.core.run.Connections;
import decs.core.run.DepsRun;
import decs.core.run.DestroyRun;
import decs.core.run.DiffRun;
import decs.core.run.DriftRun;
import decs.core.run.EmbeddedValues;
import decs.core.run.FetchRun;
import decs.core.run.GracefulEnd;
import decs.core.run.LintRun;
import decs.core.run.LookRun;
import decs.core.run.RepositoryLog;
import decs.core.run.Session;
import decs.core.run.StatusRun;
import decs.core.run.SyncRun;
import decs.core.run.TemplateRun;
import decs.core.run.TestRun;
import decs.core.run.UnitTestRun;
import decs.core.run.WriteValuesRun;
import decs.core.secret.KubernetesReferences;
import decs.core.secret.SecretMask;
import decs.core.secret.Secrets;
import decs.helm.action.ReleaseDrift;
import decs.helm.archive.ChartLoader;
import decs.helm.render.ChartRenderer;
import decs.helm.repo.ChartSource;
import decs.helm.repo.ChartSources;
import decs.helm.repo.HelmHome;
import decs.helm.repo.RemoteFiles;
import decs.helm.repo.Repository;
import decs.helm.repo.SourceSettings;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Helmfile specs, loaded, rendered, compared and released. One instance shares charts, indexes, compiled templates and
 * connections over all of its calls, which may come from many threads.
 *
 * <pre>{@code
 * try (Decs decs = Decs.open(Settings.defaults())) {
 *     TemplateRequest request = TemplateRequest.of(Target.of(Path.of("deployments")).withEnvironment("prod"));
 *     decs.template(request, RunListener.NONE, release -> System.out.print(release.text()));
 * }
 * }</pre>
 */
public final class Decs implements AutoCloseable {
    private static final Duration FETCH_TIMEOUT = Duration.ofMinutes(2);

    private final Settings settings;
    private final Clusters clusters;
    private final Secrets secrets;
    private final ChartRenderer renderer = new ChartRenderer();
    private final Map<List<Repository>, ChartSources> sources = new ConcurrentHashMap<>();

    private final RemoteFiles remoteFiles;

    private Decs(Settings settings, Clusters clusters) {
        this.settings = settings;
        this.clusters = clusters;
        this.remoteFiles = new RemoteFiles(sourceSettings(List.of()));
        this.secrets = new Secrets(
                settings.host().environment(),
                settings.trust(),
                Map.of("k8s", new KubernetesReferences(new ClusterValues(clusters))),
                settings.references());
    }

    public static Decs open(Settings settings) {
        return new Decs(settings, new Connections(settings));
    }

    /** Asks all work on clusters to end soon and in order: what is under way is recorded as failed, nothing else begins. */
    public void stop() {
        clusters.stop();
    }

    /**
     * Calls {@link #stop()} when the process is told to end (SIGTERM, SIGINT), and gives the work some seconds to end.
     *
     * @return to be closed when the work is over
     */
    public GracefulEnd stopWithProcess() {
        return GracefulEnd.of(this::stop, clusters::isBusy, Duration.ofSeconds(25));
    }

    /** The state files of a target, nested ones before the file that names them, before any selection. */
    public List<State> states(Target target, RunListener listener) {
        return StateLoader.inOrder(new StateLoader(loadRequest(target, listener)).load());
    }

    /**
     * To be called by listings when everything is told.
     *
     * @throws NoMatchException when none of a target's releases is meant
     */
    public void refuseNothing(Target target, List<Releases> files) {
        if (files.stream().allMatch(releases -> releases.selected().isEmpty())) {
            throw nothingMatches(target, files);
        }
    }

    /** What to throw when none of a target's releases is meant. */
    public NoMatchException nothingMatches(Target target, List<Releases> files) {
        return new NoMatchException(
                String.join(", ", target.selectors()),
                loadRequest(target, RunListener.NONE).environmentName(),
                UnmatchedLabels.explain(target.selectors(), files));
    }

    /** The states of a target, nested ones before the file that names them, with their releases. */
    public List<Releases> load(Target target, RunListener listener) {
        List<Releases> all = new ArrayList<>();
        for (State state : states(target, listener)) {
            try {
                all.add(Releases.of(state));
            } catch (DecsException failed) {
                throw failed.getMessage().startsWith("in ") || failed instanceof CrashException
                        ? failed
                        : new DecsException(state.trail() + failed.getMessage(), failed.problems(), failed);
            }
        }
        return all;
    }

    /**
     * Renders the selected releases and hands each to {@code sink} in the order of the plan, so that no more of them are
     * held than are at work.
     *
     * @throws NoMatchException when no release is selected
     * @throws DecsException for every release that failed, after the others were rendered
     */
    public void template(TemplateRequest request, RunListener listener, Consumer<RenderedRelease> sink) {
        List<Releases> files = switchedOn(request.target(), listener);
        new TemplateRun(session(files, listener), request, sink).run(files);
    }

    /** Hands the loaded releases of a target to {@code work}, file by file, with the spec's hooks for a verb around. */
    public void look(List<Releases> files, LookRequest request, RunListener listener, Consumer<Releases> work) {
        new LookRun(session(files, listener), request.command(), request.releaseHooks()).run(files, work);
    }

    /** The same releases with the content of their values and secrets files in place of the paths. */
    public Releases withValues(Releases releases, RunListener listener) {
        return new EmbeddedValues(session(List.of(releases), listener)).in(releases);
    }

    /** Fetches the index of every chart repository that the state files of a target name. */
    public void repositories(Target target, RunListener listener) {
        RepositoryLog log = new RepositoryLog(false);
        List<Releases> files = load(target, listener);
        for (Releases releases : files) {
            Plan.absentNeeds(releases).forEach(text -> listener.on(new RunEvent.Line(RunEvent.Level.WARN, text)));
            ChartSources source = source(SpecRepositories.of(releases.state()));
            log.tell(releases.state(), listener, repository -> {
                if (!repository.oci()) {
                    source.index(repository);
                }
            });
        }
        refuseNothing(target, files);
    }

    /** Writes the merged values of the selected releases into files. */
    public void writeValues(WriteValuesRequest request, RunListener listener) {
        List<Releases> files = matching(request.target(), listener);
        new WriteValuesRun(session(files, listener), request, secrets.mask()).run(files);
    }

    /** Looks for what is wrong with the charts of the selected releases. */
    public void lint(LintRequest request, RunListener listener) {
        List<Releases> files = switchedOn(request.target(), listener);
        new LintRun(session(files, listener), request).run(files);
    }

    /** Runs the unit tests that the selected releases name, through {@code runner}. */
    public void unittest(UnitTestRequest request, SuiteRunner runner, RunListener listener) {
        List<Releases> files = matching(request.target(), listener);
        new UnitTestRun(session(files, listener), request, runner).run(files);
    }

    /** Runs the tests of the selected releases. */
    public void test(TestRequest request, RunListener listener) {
        List<Releases> files = matching(request.target(), listener);
        new TestRun(session(files, listener), request).run(files);
    }

    /** Downloads the charts of the selected releases, and returns these with the charts where they are now. */
    public List<Releases> fetch(FetchRequest request, RunListener listener) {
        List<Releases> files = matching(request.target(), listener);
        return new FetchRun(session(files, listener), request, source(repositories(files)), loader()).run(files);
    }

    /** Updates the dependencies of local charts and locks the versions of remote ones. */
    public void deps(DepsRequest request, RunListener listener) {
        List<Releases> files = states(request.target(), listener).stream()
                .map(Releases::unlocked)
                .filter(releases -> !releases.selected().isEmpty())
                .toList();
        if (files.isEmpty()) {
            throw nothingMatches(request.target(), files);
        }
        new DepsRun(session(files, listener), request, source(repositories(files)), loader()).run(files);
    }

    private static List<Repository> repositories(List<Releases> files) {
        return SpecRepositories.ofAll(files.stream().map(Releases::state).toList());
    }

    private ChartLoader loader() {
        return new ChartLoader(settings.helm(), settings.limits());
    }

    /** Brings all selected releases to what the spec says. */
    public SyncReport sync(SyncRequest request, RunListener listener) {
        List<Releases> files = switchedOn(request.target(), listener);
        return new SyncRun(session(files, listener), request).run(files);
    }

    /** Brings those selected releases that differ to what the spec says. */
    public SyncReport apply(ApplyRequest request, RunListener listener) {
        List<Releases> files = switchedOn(request.target(), listener);
        return new ApplyRun(session(files, listener), request).run(files);
    }

    /** Compares the selected releases with what is deployed. */
    public DiffReport diff(DiffRequest request, RunListener listener) {
        List<Releases> files = switchedOn(request.target(), listener);
        return new DiffRun(session(files, listener), request).run(files);
    }

    /** Removes the selected releases. */
    public SyncReport destroy(DestroyRequest request, RunListener listener) {
        List<Releases> files = switchedOn(request.target(), listener);
        return new DestroyRun(session(files, listener), request).run(files);
    }

    /** Compares the live objects of the selected releases with what was released; writes nothing. */
    public List<ReleaseDrift> drift(DriftRequest request, RunListener listener) {
        List<Releases> files = matching(request.target(), listener);
        return new DriftRun(session(files, listener), request).run(files);
    }

    /** Tells what the records say of the selected releases. */
    public void status(StatusRequest request, RunListener listener) {
        List<Releases> files = matching(request.target(), listener);
        new StatusRun(session(files, listener), request).run(files);
    }

    /**
     * Fetches the charts and values files of a target's selected releases, one after the other, so that the ledger hears of
     * all of them.
     *
     * @throws DecsException with everything that could not be had
     */
    public void bringCharts(Target target, RunListener listener) {
        List<Releases> files = matching(target, listener);
        ReleasePreparation preparation = session(files, listener).preparation();
        List<DecsException> failures = new ArrayList<>();
        for (Releases releases : files) {
            for (ResolvedRelease release : releases.enabled()) {
                try {
                    preparation.bring(release);
                } catch (DecsException failed) {
                    failures.add(failed);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new DecsException(failures.stream()
                    .flatMap(failure -> failure.problems().stream())
                    .distinct()
                    .toList());
        }
    }

    /** The files with releases that are meant; of all these releases at least one has to be switched on. */
    private List<Releases> switchedOn(Target target, RunListener listener) {
        List<Releases> files = matching(target, listener);
        if (files.stream().allMatch(releases -> releases.enabled().isEmpty())) {
            throw nothingMatches(target, files);
        }
        return files;
    }

    private List<Releases> matching(Target target, RunListener listener) {
        List<Releases> files = load(target, listener);
        List<Releases> matching = files.stream()
                .filter(releases -> !releases.selected().isEmpty())
                .map(Releases::withGivenChart)
                .toList();
        if (matching.isEmpty()) {
            throw nothingMatches(target, files);
        }
        return matching;
    }

    private Session session(List<Releases> files, RunListener listener) {
        List<Repository> repositories =
                SpecRepositories.ofAll(files.stream().map(Releases::state).toList());
        ChartLoader loader = new ChartLoader(settings.helm(), settings.limits());
        ChartSource source = source(repositories);
        Consumer<String> notices = text -> listener.on(new RunEvent.Line(RunEvent.Level.WARN, text));
        ReleasePreparation preparation =
                new ReleasePreparation(source, loader, renderer, settings.helm(), secrets::decrypt, notices);
        return new Session(
                settings.helm(),
                settings.host(),
                settings.limits(),
                renderer,
                preparation,
                clusters,
                new RepositoryLog(!settings.fetching().refresh()),
                listener);
    }

    private ChartSources source(List<Repository> repositories) {
        return sources.computeIfAbsent(
                repositories,
                known -> new ChartSources(sourceSettings(known), new ChartLoader(settings.helm(), settings.limits())));
    }

    private SourceSettings sourceSettings(List<Repository> repositories) {
        Settings.Fetching fetching = settings.fetching();
        return new SourceSettings(
                        repositories,
                        fetching.cache(),
                        fetching.refresh(),
                        fetching.retries(),
                        FETCH_TIMEOUT,
                        fetching.plainHttp())
                .withLedger(fetching.ledger())
                .withReaders(fetching.readers())
                .withEnvironment(settings.host().environment())
                .withHome(HelmHome.of(settings.host().environment(), System.getProperty("os.name")), false);
    }

    private LoadRequest loadRequest(Target target, RunListener listener) {
        return new LoadRequest(
                target.file(),
                target.environment(),
                target.namespace(),
                target.kubeContext(),
                target.chart(),
                target.selectors(),
                target.stateValues().set(),
                target.stateValues().setString(),
                target.stateValues().files(),
                target.compat(),
                target.folder(),
                settings.host(),
                settings.limits(),
                settings.trust(),
                secrets::references,
                remoteFiles::fetch,
                secrets::decrypt,
                text -> listener.on(new RunEvent.Line(RunEvent.Level.WARN, text)),
                settings.standardInput());
    }

    /** What hides the secrets that this instance has met so far; printers pass their text through it. */
    public SecretMask secretMask() {
        return secrets.mask();
    }

    @Override
    public void close() {
        clusters.close();
    }
}
