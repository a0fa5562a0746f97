package decs.core.compare;

import decs.core.diff.ManifestDiff;
import decs.core.diff.ManifestObjects;
import decs.core.diff.ManifestReading;
import decs.core.diff.ObjectKey;
import decs.core.request.DiffOptions;
import decs.helm.action.DryRun;
import decs.helm.action.Install;
import decs.helm.action.InstallRequest;
import decs.helm.action.ReleaseContext;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.ServerTemplate;
import decs.helm.action.Template;
import decs.helm.action.TemplateOutput;
import decs.helm.action.TemplateRequest;
import decs.helm.action.ValuesReuse;
import decs.helm.release.Hook;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.render.Capabilities;
import decs.helm.render.ManifestText;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderRequest;
import decs.helm.render.RenderedChart;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StorageException;
import decs.helm.storage.StoredRelease;
import decs.helm.values.ChartValues;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What helm-diff compares: an upgrade not made yet, revisions, releases, charts. */
public final class ReleaseDiff {
    private final ReleaseContext context;
    private final Limits limits;

    public ReleaseDiff(ReleaseContext context, Limits limits) {
        this.context = context;
        this.limits = limits;
    }

    /**
     * A comparison.
     *
     * @param duplicates objects that one of the manifests holds more than once
     */
    public record Result(ManifestDiff diff, List<ObjectKey> duplicates) {
        public Result {
            duplicates = List.copyOf(duplicates);
        }

        /** Compares two manifests whose objects are in {@code namespace} where they do not say it. */
        static Result of(Manifests manifests, String namespace, DiffOptions options) {
            ManifestReading reading = new ManifestReading(
                    namespace, options.normalized(), options.includeTests() ? Set.of() : ManifestReading.TESTS);
            return of(
                    ManifestObjects.read(manifests.before(), reading),
                    ManifestObjects.read(manifests.after(), reading),
                    options);
        }

        private static Result of(ManifestObjects before, ManifestObjects after, DiffOptions options) {
            List<ObjectKey> duplicates = new ArrayList<>(before.duplicates());
            duplicates.addAll(after.duplicates());
            return new Result(ManifestDiff.between(before, after, options.comparison()), duplicates);
        }

        private static Result byFile(Manifests manifests, String namespace, DiffOptions options) {
            ManifestReading reading = new ManifestReading(namespace, options.normalized(), ManifestReading.TESTS);
            return of(
                    ManifestObjects.read(manifests.before(), reading).byFile(),
                    ManifestObjects.read(manifests.after(), reading).byFile(),
                    options);
        }
    }

    /**
     * Compares the deployed revision with what the upgrade would render.
     *
     * @throws StorageException {@code NOT_FOUND} when the release is not there and may not be absent
     */
    public Result upgrade(UpgradeDiff request) {
        Optional<Release> current = request.fresh() ? Optional.empty() : current(request.name());
        if (current.isEmpty() && !request.absentAllowed()) {
            throw StorageException.notFound();
        }
        DiffOptions options = request.options();
        boolean hooks = hooks(options);
        String before = current.map(found -> found.manifest() + (hooks ? hooks(found) : ""))
                .orElse("");
        String after;
        try {
            after = rendered(request, current);
        } catch (DecsException failed) {
            throw new DecsException(
                    "Failed to render chart: exit status 1: Error: " + failed.getMessage() + "\n",
                    failed.problems(),
                    failed);
        }
        Manifests manifests = new Manifests(before, after);
        return between(
                options.sides() == DiffOptions.Sides.LIVE
                        ? manifests.live(context, request.takesOwnership())
                        : manifests,
                options);
    }

    private static boolean hooks(DiffOptions options) {
        return !options.noHooks() && options.sides() != DiffOptions.Sides.LIVE;
    }

    private String rendered(UpgradeDiff request, Optional<Release> current) {
        ValueMap values = current.map(found -> values(request, found)).orElse(request.values());
        RenderRequest render = RenderRequest.of(request.chart(), values, info(request, current), context.version())
                .withHost(context.host())
                .withLimits(limits);
        RenderedChart chart;
        try {
            chart = request.validated()
                    ? new ServerTemplate(new Template(context.renderer()), context.cluster())
                            .run(new TemplateRequest(render, TemplateOutput.all()), ServerTemplate.Questions.KINDS)
                            .rendered()
                    : context.renderer().render(render.withCapabilities(capabilities(request)));
        } catch (DecsException failed) {
            throw RenderTrouble.told(failed);
        }
        if (request.validated() && current.isEmpty()) {
            new Install(context)
                    .run(InstallRequest.of(request.name(), request.chart(), values)
                            .withOptions(ReleaseOptions.defaults().withDryRun(DryRun.SERVER)));
        }
        String manifests = ManifestText.ofManifests(chart.manifests());
        return hooks(request.options()) ? manifests + ManifestText.ofHooks(chart.hooks()) : manifests;
    }

    private Capabilities capabilities(UpgradeDiff request) {
        Capabilities capabilities = Capabilities.defaults(context.version());
        return request.kubeVersion()
                .map(capabilities::withKubeVersion)
                .orElse(capabilities)
                .plusApiVersions(request.apiVersions());
    }

    private ReleaseInfo info(UpgradeDiff request, Optional<Release> current) {
        return current.isPresent()
                ? ReleaseInfo.upgrade(
                        request.name(),
                        context.namespace(),
                        request.numbered() ? last(request.name()).revision() + 1 : 1)
                : ReleaseInfo.install(request.name(), context.namespace());
    }

    /** With what stays of the last revision's values: the user's own, or all that it came to. */
    private ValueMap values(UpgradeDiff request, Release current) {
        boolean all = request.reuse() == ValuesReuse.REUSE
                || (request.reuse() == ValuesReuse.WHEN_NONE_GIVEN
                        && request.values().isEmpty());
        if (all) {
            ValueMap kept =
                    ChartValues.coalesce(current.chart().chart(), current.config(), context.version(), warning -> {});
            return Merge.deep(kept, request.values());
        }
        return request.reuse() == ValuesReuse.RESET_THEN_REUSE
                ? Merge.deep(current.config(), request.values())
                : request.values();
    }

    /** Compares two revisions of a release, the older one first; without a second one, with the last. */
    public Result revisions(String name, int first, Optional<Integer> second, DiffOptions options) {
        int one = second.map(other -> Math.min(first, other)).orElse(first);
        Release before = revision(name, one);
        Release after =
                second.map(other -> revision(name, Math.max(first, other))).orElseGet(() -> last(name));
        return between(new Manifests(before.manifest(), after.manifest()), options);
    }

    /** Compares the last revision with the one that a rollback would bring back. */
    public Result rollback(String name, int revision, DiffOptions options) {
        return between(
                new Manifests(last(name).manifest(), revision(name, revision).manifest()), options);
    }

    /** Compares the last revisions of two releases of one chart, file by file. */
    public Result releases(String first, String second, DiffOptions options) {
        Release before = last(first);
        Release after = last(second);
        if (!before.chart().chart().name().equals(after.chart().chart().name())) {
            throw new DecsException(
                    "Error : Incomparable Releases \n Unable to compare releases from two different charts"
                            + " \"" + before.chart().chart().name() + "\", \""
                            + after.chart().chart().name() + "\". \n try helm diff release"
                            + " --help to know more ");
        }
        return Result.byFile(new Manifests(before.manifest(), after.manifest()), context.namespace(), options);
    }

    private Result between(Manifests manifests, DiffOptions options) {
        return Result.of(manifests, context.namespace(), options);
    }

    private Optional<Release> current(String name) {
        ReleaseHistory history = ReleaseHistory.of(context.store(), name);
        return history.deployed().stream()
                .findFirst()
                .or(history::last)
                .map(StoredRelease::release)
                .filter(found -> found.status() != ReleaseStatus.UNINSTALLED);
    }

    private Release last(String name) {
        return found(ReleaseHistory.of(context.store(), name).last());
    }

    private Release revision(String name, int revision) {
        return found(ReleaseHistory.of(context.store(), name).find(revision));
    }

    private static Release found(Optional<StoredRelease> stored) {
        return stored.map(StoredRelease::release).orElseThrow(StorageException::notFound);
    }

    private static String hooks(Release found) {
        return found.hooks().stream()
                .map(Hook::definition)
                .map(hook -> "---\n# Source: " + hook.path() + "\n" + hook.text() + "\n")
                .collect(Collectors.joining());
    }
}
