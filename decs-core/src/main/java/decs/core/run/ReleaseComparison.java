package decs.core.run;

import decs.core.compare.Manifests;
import decs.core.compare.RenderTrouble;
import decs.core.diff.ManifestDiff;
import decs.core.diff.ManifestObjects;
import decs.core.diff.ManifestReading;
import decs.core.load.Compat;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.core.prepare.PreparedRelease;
import decs.core.prepare.ValuesText;
import decs.core.request.Deployment;
import decs.core.request.DiffOptions;
import decs.core.request.DiffReport;
import decs.core.request.DiffReport.LastRevision;
import decs.core.request.RunOptions;
import decs.helm.action.DryRun;
import decs.helm.action.Install;
import decs.helm.action.InstallRequest;
import decs.helm.action.ReleaseOptions;
import decs.helm.chart.Chart;
import decs.helm.release.Hook;
import decs.helm.release.Release;
import decs.helm.render.Capabilities;
import decs.helm.render.KubeVersion;
import decs.helm.render.ManifestText;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.helm.render.RenderedChart;
import decs.helm.storage.ReleaseHistory;
import decs.template.source.DecsException;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One release compared: what is deployed against what its chart and values render to, as helm-diff sees both.
 *
 * <p>A rendered release is revision 1 here, whatever its next revision is; a chart that prints its revision differs.
 */
record ReleaseComparison(Session session, RunOptions options, Deployment deployment, DiffOptions diff) {

    /**
     * Compares a release.
     *
     * @param texts the release's own values
     * @param detailed whether it matters that something differs
     * @param unchecked whether the server is not asked if it would take the objects of a release that is not there yet
     */
    DiffReport.Entry compare(ResolvedRelease release, List<ValuesText> texts, boolean detailed, boolean unchecked) {
        try {
            ProgramRenderer.of(release, deployment.postRendering());
            return compared(release, texts, unchecked);
        } catch (DecsException failed) {
            String error = "Error: Failed to render chart: exit status 1: Error: " + failed.getMessage()
                    + "\n\nError: plugin \"diff\" exited with error\n";
            throw call(release, detailed, unchecked).failed(RenderTrouble.reason(failed), "", error);
        }
    }

    private DiffReport.Entry compared(ResolvedRelease release, List<ValuesText> texts, boolean unchecked) {
        ReleasePlace place = new ReleasePlace(session, release);
        ReleaseHistory history = place.history();
        Optional<Release> current = ReleasePlace.current(history);
        PreparedRelease prepared = session.preparation()
                .prepare(
                        release,
                        texts,
                        HelmArguments.of(HelmVerb.DIFF, options, release).values(options.values()),
                        options.skipDeps());
        ManifestReading reading = new ManifestReading(
                place.namespace(), diff.normalized(), diff.includeTests() ? Set.of() : ManifestReading.TESTS);
        ValueMap values = values(release, prepared, current);
        Manifests manifests = new Manifests(
                current.map(found -> found.manifest() + hooks(found)).orElse(""),
                rendered(release, prepared.chart(), values, place, current));
        if (current.isEmpty() && !unchecked && !on(release, "disableValidation")) {
            checked(release, prepared.chart(), values, place);
        }
        if (diff.sides() == DiffOptions.Sides.LIVE) {
            manifests = manifests.live(place.context(), deployment.takeOwnership());
        }
        ManifestObjects after = ManifestObjects.read(manifests.after(), reading);
        ManifestDiff result =
                ManifestDiff.between(ManifestObjects.read(manifests.before(), reading), after, diff.comparison());
        DiffReport.Change change = result.isEmpty() ? DiffReport.Change.NONE : DiffReport.Change.UPDATED;
        return new DiffReport.Entry(
                FileRun.ref(release),
                change,
                result,
                after.byKey().keySet(),
                ReleasePlace.last(history)
                        .map(last ->
                                new LastRevision(last.revision(), last.status().text())));
    }

    private String hooks(Release found) {
        return noHooks()
                ? ""
                : found.hooks().stream()
                        .map(Hook::definition)
                        .map(hook -> "---\n# Source: " + hook.path() + "\n" + hook.text() + "\n")
                        .collect(Collectors.joining());
    }

    private ValueMap values(ResolvedRelease release, PreparedRelease prepared, Optional<Release> current) {
        boolean reuse =
                deployment.reuseValues().orElse(release.flag("reuseValues").orElse(false));
        return reuse && current.isPresent() ? Merge.deep(current.get().config(), prepared.values()) : prepared.values();
    }

    private String rendered(
            ResolvedRelease release, Chart chart, ValueMap values, ReleasePlace place, Optional<Release> current) {
        ReleaseInfo info = current.isPresent()
                ? ReleaseInfo.upgrade(release.name(), place.namespace(), 1)
                : ReleaseInfo.install(release.name(), place.namespace());
        RenderedChart rendered = rendered(RenderRequest.of(chart, values, info, session.helm())
                .withCapabilities(capabilities(release))
                .withOptions(renderOptions(release))
                .withHost(session.host())
                .withLimits(session.limits()));
        String manifests = ProgramRenderer.of(release, deployment.postRendering())
                .run(ManifestText.ofManifests(rendered.manifests()));
        return noHooks() ? manifests : manifests + ManifestText.ofHooks(rendered.hooks());
    }

    private RenderOptions renderOptions(ResolvedRelease release) {
        HelmArguments flags = HelmArguments.of(HelmVerb.DIFF, options, release);
        RenderOptions rendering = RenderOptions.defaults();
        if (skipsSchema(release) || flags.has("--skip-schema-validation")) {
            rendering = rendering.withoutSchemaValidation();
        }
        return on(release, "enableDNS") || flags.has("--enable-dns") ? rendering.withDns() : rendering;
    }

    private boolean noHooks() {
        return diff.noHooks() || diff.sides() == DiffOptions.Sides.LIVE;
    }

    /** Helm adds a line to what went wrong from the templates on. */
    private RenderedChart rendered(RenderRequest request) {
        try {
            return session.renderer().render(request);
        } catch (DecsException failed) {
            throw RenderTrouble.told(failed);
        }
    }

    /** What an installation would refuse: kinds that the server does not know, objects that belong to others. */
    private void checked(ResolvedRelease release, Chart chart, ValueMap values, ReleasePlace place) {
        InstallRequest request = InstallRequest.of(release.name(), chart, values)
                .withOptions(ReleaseOptions.defaults().withDryRun(DryRun.SERVER));
        new Install(place.context()).run(request);
    }

    private Capabilities capabilities(ResolvedRelease release) {
        Capabilities capabilities = session.clusters().capabilities(release.kubeContext());
        String version = release.fields().text("kubeVersion");
        return (version.isEmpty()
                        ? capabilities
                        : capabilities.withKubeVersion(KubeVersion.parse(version, session.helm())))
                .plusApiVersions(release.fields().texts("apiVersions"));
    }

    private HelmCall call(ResolvedRelease release, boolean detailed, boolean unchecked) {
        boolean reuse =
                deployment.reuseValues().orElse(release.flag("reuseValues").orElse(false));
        boolean v0 = release.state().compat() == Compat.V0;
        String[] values = {reuse ? "--reuse-values" : "--reset-values"};
        HelmArguments flags = HelmArguments.of(HelmVerb.DIFF, options, release);
        String[] detail = detailed ? new String[] {"--detailed-exitcode"} : new String[0];
        return new HelmCall(session.host(), release)
                .add(
                        "diff",
                        "upgrade",
                        "--allow-unreleased",
                        release.name(),
                        ChartPlace.of(release).shown())
                .option("--version", release.version())
                .flag("--devel", on(release, "devel"))
                .flag("--enable-dns", on(release, "enableDNS"))
                .flag("--disable-openapi-validation", on(release, "disableOpenAPIValidation"))
                .flag("--disable-validation", unchecked || on(release, "disableValidation"))
                .each("--api-versions", release.fields().texts("apiVersions"))
                .option("--kube-version", v0 ? release.fields().text("kubeVersion") : kubeVersion(release))
                .option("--kube-context", release.kubeContext())
                .postRenderer(deployment.postRendering())
                .postRendererArguments(deployment.postRendering())
                .flag("--skip-schema-validation", skipsSchema(release))
                .each("--suppress-output-line-regex", release.texts("suppressOutputLineRegex"))
                .flag("--take-ownership", release.flag("takeOwnership").orElse(deployment.takeOwnership()))
                .option("--namespace", release.namespace())
                .ownValues()
                .givenFiles(options.values())
                .add(v0 ? detail : values)
                .add(v0 ? values : detail)
                .add(v0 ? new String[0] : new String[] {diff.style().colour() ? "--color" : "--no-color"})
                .givenSet(options.values())
                .words(flags.own())
                .words(flags.all());
    }

    private static boolean on(ResolvedRelease release, String name) {
        return release.flag(name).orElse(false);
    }

    private boolean skipsSchema(ResolvedRelease release) {
        return release.flag("skipSchemaValidation").orElse(deployment.skipSchemaValidation());
    }

    private String kubeVersion(ResolvedRelease release) {
        String own = release.fields().text("kubeVersion");
        if (!own.isEmpty()) {
            return own;
        }
        try {
            String version = session.clusters()
                    .capabilities(release.kubeContext())
                    .kubeVersion()
                    .version();
            return version.startsWith("v") ? version.substring(1) : version;
        } catch (DecsException unreachable) {
            return "";
        }
    }
}
