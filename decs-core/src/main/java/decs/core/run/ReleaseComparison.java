package decs.core.run;

import decs.core.diff.ManifestDiff;
import decs.core.diff.ManifestObjects;
import decs.core.diff.ManifestReading;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.core.prepare.PreparedRelease;
import decs.core.prepare.ValuesText;
import decs.core.request.Deployment;
import decs.core.request.DiffOptions;
import decs.core.request.DiffReport;
import decs.core.request.RunOptions;
import decs.helm.action.DryRun;
import decs.helm.action.Install;
import decs.helm.action.InstallRequest;
import decs.helm.action.ReleaseOptions;
import decs.helm.release.Hook;
import decs.helm.release.Release;
import decs.helm.render.Capabilities;
import decs.helm.render.KubeVersion;
import decs.helm.render.ManifestText;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderRequest;
import decs.helm.render.RenderedChart;
import decs.template.source.DecsException;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One release compared: what is deployed against what its chart and values render to, as helm-diff sees both.
 *
 * <p>A rendered release is revision 1 here, whatever its next revision is; a chart that prints its revision differs.
 */
record ReleaseComparison(Session session, RunOptions options, Deployment deployment, DiffOptions diff) {

    DiffReport.Entry compare(ResolvedRelease release, boolean detailed) {
        List<ValuesText> texts = session.preparation().values(release).texts();
        try {
            ManifestDiff result = compared(release, texts);
            DiffReport.Change change = result.isEmpty() ? DiffReport.Change.NONE : DiffReport.Change.UPDATED;
            return new DiffReport.Entry(FileRun.ref(release), change, result);
        } catch (DecsException failed) {
            String error = "Error: Failed to render chart: exit status 1: Error: " + failed.getMessage()
                    + "\n\nError: plugin \"diff\" exited with error\n";
            throw call(release, detailed).failed(failed, "", error);
        }
    }

    private ManifestDiff compared(ResolvedRelease release, List<ValuesText> texts) {
        ReleasePlace place = new ReleasePlace(session, release);
        Optional<Release> current = place.current();
        PreparedRelease prepared = session.preparation().prepare(release, texts, options.values(), options.skipDeps());
        ManifestReading reading = new ManifestReading(
                place.namespace(), diff.normalized(), diff.includeTests() ? Set.of() : ManifestReading.TESTS);
        String before = current.map(found -> found.manifest() + hooks(found)).orElse("");
        String after = rendered(release, prepared, place, current);
        return ManifestDiff.between(
                ManifestObjects.read(before, reading), ManifestObjects.read(after, reading), diff.comparison());
    }

    private String hooks(Release found) {
        return diff.noHooks()
                ? ""
                : found.hooks().stream()
                        .map(Hook::definition)
                        .map(hook -> "---\n# Source: " + hook.path() + "\n" + hook.text() + "\n")
                        .collect(Collectors.joining());
    }

    private String rendered(
            ResolvedRelease release, PreparedRelease prepared, ReleasePlace place, Optional<Release> current) {
        boolean reuse =
                deployment.reuseValues().orElse(release.flag("reuseValues").orElse(false));
        Map<String, Object> values = reuse && current.isPresent()
                ? Merge.deep(current.get().config(), prepared.values())
                : prepared.values();
        if (current.isEmpty() && !release.flag("disableValidation").orElse(false)) {
            checked(release, prepared, place, values);
        }
        ReleaseInfo info = current.isPresent()
                ? ReleaseInfo.upgrade(release.name(), place.namespace(), 1)
                : ReleaseInfo.install(release.name(), place.namespace());
        RenderedChart chart = session.renderer()
                .render(RenderRequest.of(prepared.chart(), values, info, session.helm())
                        .withCapabilities(capabilities(release))
                        .withHost(session.host())
                        .withLimits(session.limits()));
        String manifests = ProgramRenderer.of(release, deployment.postRendering())
                .run(ManifestText.ofManifests(chart.manifests()));
        return diff.noHooks() ? manifests : manifests + ManifestText.ofHooks(chart.hooks());
    }

    /** What an installation would refuse: kinds that the server does not know, objects that belong to others. */
    private void checked(
            ResolvedRelease release, PreparedRelease prepared, ReleasePlace place, Map<String, Object> values) {
        InstallRequest request = InstallRequest.of(release.name(), prepared.chart(), new ValueMap(values))
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

    private HelmCall call(ResolvedRelease release, boolean detailed) {
        boolean reuse =
                deployment.reuseValues().orElse(release.flag("reuseValues").orElse(false));
        return new HelmCall(session.host(), release)
                .add(
                        "diff",
                        "upgrade",
                        "--allow-unreleased",
                        release.name(),
                        ChartPlace.of(release).shown())
                .option("--version", release.version())
                .flag("--disable-validation", release.flag("disableValidation").orElse(false))
                .each("--api-versions", release.fields().texts("apiVersions"))
                .option("--kube-version", kubeVersion(release))
                .option("--kube-context", release.kubeContext())
                .option("--namespace", release.namespace())
                .ownValues()
                .givenFiles(options.values())
                .add(reuse ? "--reuse-values" : "--reset-values")
                .flag("--detailed-exitcode", detailed)
                .add(diff.style().colour() ? "--color" : "--no-color")
                .givenSet(options.values());
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
