package decs.helm.render;

import decs.helm.chart.Chart;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a chart renders to.
 *
 * @param chart the chart after its dependencies were processed: disabled ones gone, imported values in its defaults
 * @param values the values as templates saw them, defaults included
 * @param manifests in install order
 * @param hooks in install order of their kinds
 * @param notes the text of NOTES.txt, empty when there is none
 * @param crds the files below {@code crds/}, the chart's own first
 * @param warnings what Helm prints to standard error on the way
 */
public record RenderedChart(
        Chart chart,
        Map<String, Object> values,
        List<Manifest> manifests,
        List<RenderedHook> hooks,
        String notes,
        List<CrdFile> crds,
        List<String> warnings) {
    public RenderedChart {
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(values, "values");
        manifests = List.copyOf(manifests);
        hooks = List.copyOf(hooks);
        Objects.requireNonNull(notes, "notes");
        crds = List.copyOf(crds);
        warnings = List.copyOf(warnings);
    }
}
