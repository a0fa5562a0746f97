package decs.core.run;

import decs.core.load.State;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.prepare.ChartPlace;
import decs.core.prepare.PreparedRelease;
import decs.core.prepare.ValuesText;
import decs.core.request.ReleaseFailure;
import decs.core.request.RenderedRelease;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.TemplateRequest;
import decs.helm.action.Template;
import decs.helm.action.TemplateOutput;
import decs.helm.action.TemplateResult;
import decs.helm.render.Capabilities;
import decs.helm.render.KubeVersion;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code template}: renders the releases of each state file in the order of its plan. */
public final class TemplateRun {
    private final Session session;
    private final TemplateRequest request;
    private final Consumer<RenderedRelease> sink;

    public TemplateRun(Session session, TemplateRequest request, Consumer<RenderedRelease> sink) {
        this.session = session;
        this.request = request;
        this.sink = sink;
    }

    /** Renders the selected releases of {@code states}; a release that fails does not stop the others. */
    public void run(List<Releases> files) {
        try (Workers workers = new Workers(request.options().concurrency())) {
            for (Releases releases : files) {
                State state = releases.state();
                FileRun file = new FileRun(session, state, "template", request.options());
                file.run(releases, FileRun.Preparing.ALL, plan -> render(plan, file, workers));
            }
        }
    }

    private record Result(
            ResolvedRelease release, Optional<TemplateResult> rendered, Optional<DecsException> failure) {}

    private void render(Plan plan, FileRun file, Workers workers) {
        List<ResolvedRelease> releases =
                plan.releases().stream().filter(ResolvedRelease::installed).toList();
        Map<String, Wave> first = new HashMap<>();
        plan.waves().forEach(wave -> wave.releases().stream()
                .filter(ResolvedRelease::installed)
                .findFirst()
                .ifPresent(release -> first.put(release.id(), wave)));
        List<DecsException> failures = new ArrayList<>();
        workers.inOrder(releases, this::attempt, result -> {
            Optional.ofNullable(first.get(result.release().id())).ifPresent(session::begin);
            session.listener().on(new RunEvent.Started(FileRun.ref(result.release()), Step.TEMPLATE));
            result.rendered().ifPresent(rendered -> deliver(result.release(), rendered));
            result.failure().ifPresent(failures::add);
            file.cleanUp(result.release(), result.failure());
        });
        Failures.throwAny(failures);
    }

    private void deliver(ResolvedRelease release, TemplateResult result) {
        OutputFolder folder = new OutputFolder(request);
        if (folder.wanted()) {
            String written = folder.write(release, result);
            session.listener().on(new RunEvent.Printed(FileRun.ref(release), Step.TEMPLATE, written));
        } else {
            sink.accept(new RenderedRelease(FileRun.ref(release), result.rendered(), result.text()));
        }
    }

    private Result attempt(ResolvedRelease release) {
        try {
            return new Result(release, Optional.of(rendered(release)), Optional.empty());
        } catch (DecsException failed) {
            return new Result(release, Optional.empty(), Optional.of(failed));
        }
    }

    private TemplateResult rendered(ResolvedRelease release) {
        List<ValuesText> texts;
        try {
            texts = session.preparation().values(release).texts();
        } catch (DecsException failed) {
            throw new ReleaseFailure(FileRun.ref(release), failed.getMessage(), failed);
        }
        try {
            return rendered(release, texts);
        } catch (DecsException failed) {
            throw call(release).failed(failed, "");
        }
    }

    private HelmCall call(ResolvedRelease release) {
        return new HelmCall(session.host(), release)
                .add("template", release.name(), ChartPlace.of(release).shown())
                .option("--version", release.version())
                .flag("--devel", release.flag("devel").orElse(false))
                .flag("--enable-dns", release.flag("enableDNS").orElse(false))
                .postRenderer(request.postRendering())
                .postRendererArguments(request.postRendering())
                .each("--api-versions", release.fields().texts("apiVersions"))
                .option("--kube-version", release.fields().text("kubeVersion"))
                .each("--show-only", request.showOnly())
                .flag("--skip-schema-validation", skipsSchema(release))
                .option("--kube-context", release.kubeContext())
                .words(flags(release).own())
                .option("--namespace", release.namespace())
                .ownValues()
                .givenFiles(request.options().values())
                .givenSet(request.options().values())
                .option("--output-dir", request.outputFolder().orElse(""))
                .flag("--validate", request.validate())
                .flag("--include-crds", request.includeCrds())
                .flag("--no-hooks", request.noHooks())
                .flag("--skip-tests", request.skipTests())
                .words(flags(release).all());
    }

    private HelmArguments flags(ResolvedRelease release) {
        return HelmArguments.of(HelmVerb.TEMPLATE, request.options(), release);
    }

    private boolean skipsSchema(ResolvedRelease release) {
        return release.flag("skipSchemaValidation").orElse(request.skipSchemaValidation());
    }

    private TemplateResult rendered(ResolvedRelease release, List<ValuesText> texts) {
        HelmArguments flags = flags(release);
        PreparedRelease prepared = session.preparation()
                .prepare(
                        release,
                        texts,
                        flags.values(request.options().values()),
                        request.options().skipDeps());
        List<String> showOnly = new ArrayList<>(request.showOnly());
        showOnly.addAll(flags.all("--show-only", "-s"));
        TemplateOutput output = new TemplateOutput(
                showOnly,
                request.includeCrds() || flags.has("--include-crds"),
                request.noHooks() || flags.has("--no-hooks"),
                request.skipTests() || flags.has("--skip-tests"),
                ProgramRenderer.of(release, request.postRendering()));
        TemplateResult result = new Template(session.renderer())
                .run(new decs.helm.action.TemplateRequest(request(release, prepared, flags), output));
        result.warnings().forEach(session::notice);
        return result;
    }

    private RenderRequest request(ResolvedRelease release, PreparedRelease prepared, HelmArguments flags) {
        String namespace = release.namespace().isEmpty()
                ? session.clusters().defaultNamespace(release.kubeContext())
                : release.namespace();
        boolean skipSchema = skipsSchema(release) || flags.has("--skip-schema-validation");
        RenderOptions options = RenderOptions.defaults();
        options = skipSchema ? options.withoutSchemaValidation() : options;
        options = release.flag("enableDNS").orElse(flags.has("--enable-dns")) ? options.withDns() : options;
        return RenderRequest.of(
                        prepared.chart(),
                        prepared.values(),
                        flags.has("--is-upgrade")
                                ? ReleaseInfo.upgrade(release.name(), namespace, 1)
                                : ReleaseInfo.install(release.name(), namespace),
                        session.helm())
                .withCapabilities(capabilities(release, flags))
                .withOptions(options)
                .withHost(session.host())
                .withLimits(session.limits());
    }

    private Capabilities capabilities(ResolvedRelease release, HelmArguments flags) {
        Capabilities capabilities = request.validate() || flags.has("--validate")
                ? session.clusters().capabilities(release.kubeContext())
                : Capabilities.defaults(session.helm());
        String version = request.kubeVersion().isEmpty() ? release.fields().text("kubeVersion") : request.kubeVersion();
        List<String> over = flags.all("--kube-version");
        version = over.isEmpty() ? version : over.get(over.size() - 1);
        if (!version.isEmpty()) {
            capabilities = capabilities.withKubeVersion(KubeVersion.parse(version, session.helm()));
        }
        return capabilities
                .plusApiVersions(release.fields().texts("apiVersions"))
                .plusApiVersions(flags.all("--api-versions", "-a"));
    }
}
