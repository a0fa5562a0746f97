package decs.core.compare;

import decs.core.request.DiffOptions;
import decs.helm.chart.Chart;
import decs.helm.render.ChartRenderer;
import decs.helm.render.ManifestText;
import decs.helm.render.RenderRequest;
import decs.helm.render.RenderedChart;
import java.util.Objects;
import java.util.function.Function;

/**
 * Compares what two charts render to, without a cluster.
 *
 * @param rendering how a chart is to be rendered
 * @param namespace where objects are that do not say it
 */
public record ChartDiff(Function<Chart, RenderRequest> rendering, String namespace, DiffOptions options) {
    public ChartDiff {
        Objects.requireNonNull(rendering, "rendering");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(options, "options");
    }

    public ReleaseDiff.Result between(Chart before, Chart after) {
        return ReleaseDiff.Result.of(new Manifests(text(before), text(after)), namespace, options);
    }

    private String text(Chart chart) {
        RenderedChart rendered = new ChartRenderer().render(rendering.apply(chart));
        String manifests = ManifestText.ofManifests(rendered.manifests());
        return options.noHooks() ? manifests : manifests + ManifestText.ofHooks(rendered.hooks());
    }
}
