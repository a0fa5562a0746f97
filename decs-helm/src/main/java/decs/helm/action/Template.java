package decs.helm.action;

import decs.helm.render.ChartRenderer;
import decs.helm.render.CrdFile;
import decs.helm.render.HookEvent;
import decs.helm.render.ManifestText;
import decs.helm.render.RenderException;
import decs.helm.render.RenderRequest;
import decs.helm.render.RenderedChart;
import decs.helm.render.RenderedHook;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@code helm template}: a chart to the text of its manifests, without a cluster. */
public final class Template {
    private static final String DEBUG_HINT = "\n\nUse --debug flag to render out invalid YAML";

    private final ChartRenderer renderer;

    public Template(ChartRenderer renderer) {
        this.renderer = Objects.requireNonNull(renderer, "renderer");
    }

    /**
     * Renders and prints.
     *
     * @throws DecsException with all that Helm prints behind {@code Error: }
     */
    public TemplateResult run(TemplateRequest request) {
        RenderRequest render = request.render();
        List<String> warnings = new ArrayList<>(Installable.check(render.chart(), render.version()));
        ReleaseName.check(render.release().name(), render.version());
        RenderedChart rendered;
        try {
            rendered = renderer.render(render);
        } catch (RenderException failed) {
            throw new DecsException(failed.getMessage() + DEBUG_HINT, failed.problems(), failed);
        }
        warnings.addAll(rendered.warnings());
        String manifest = manifest(rendered, request.output());
        List<RenderedHook> hooks = hooks(rendered, request.output());
        String text = ManifestText.printed(manifest, hooks);
        if (!request.output().showOnly().isEmpty()) {
            text = ShowOnly.select(text, request.output().showOnly(), render.version());
        }
        return new TemplateResult(rendered, hooks, manifest, text, warnings);
    }

    private static String manifest(RenderedChart rendered, TemplateOutput output) {
        List<CrdFile> crds = output.includeCrds() ? rendered.crds() : List.of();
        return output.postRenderer().run(ManifestText.ofAll(crds, rendered.manifests()));
    }

    private static List<RenderedHook> hooks(RenderedChart rendered, TemplateOutput output) {
        if (output.noHooks()) {
            return List.of();
        }
        return rendered.hooks().stream()
                .filter(hook -> !output.skipTests() || !hook.events().contains(HookEvent.TEST))
                .toList();
    }
}
