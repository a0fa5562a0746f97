package decs.helm.action;

import decs.helm.chart.Chart;
import java.util.Map;
import java.util.Objects;

/**
 * What to install.
 *
 * @param values the user's values, merged; not changed
 * @param labels the user's labels for the record
 */
public record InstallRequest(
        String name,
        Chart chart,
        Map<String, Object> values,
        Map<String, String> labels,
        PostRenderer postRenderer,
        ReleaseOptions options) {
    public InstallRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(values, "values");
        labels = Map.copyOf(labels);
        Objects.requireNonNull(postRenderer, "postRenderer");
        Objects.requireNonNull(options, "options");
    }

    /** With Helm's defaults. */
    public static InstallRequest of(String name, Chart chart, Map<String, Object> values) {
        return new InstallRequest(name, chart, values, Map.of(), PostRenderer.NONE, ReleaseOptions.defaults());
    }

    public InstallRequest withOptions(ReleaseOptions options) {
        return new InstallRequest(name, chart, values, labels, postRenderer, options);
    }
}
