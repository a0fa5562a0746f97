package decs.helm.action;

import decs.helm.chart.Chart;
import java.util.Map;
import java.util.Objects;

/**
 * What to upgrade to.
 *
 * @param values the user's values, merged; not changed
 * @param labels the user's labels for the record; the value {@code null} removes one
 */
public record UpgradeRequest(
        String name,
        Chart chart,
        Map<String, Object> values,
        ValuesReuse reuse,
        Map<String, String> labels,
        PostRenderer postRenderer,
        ReleaseOptions options) {
    public UpgradeRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(reuse, "reuse");
        labels = Map.copyOf(labels);
        Objects.requireNonNull(postRenderer, "postRenderer");
        Objects.requireNonNull(options, "options");
    }

    /** With Helm's defaults. */
    public static UpgradeRequest of(String name, Chart chart, Map<String, Object> values) {
        return new UpgradeRequest(
                name,
                chart,
                values,
                ValuesReuse.WHEN_NONE_GIVEN,
                Map.of(),
                PostRenderer.NONE,
                ReleaseOptions.defaults());
    }

    public UpgradeRequest withOptions(ReleaseOptions options) {
        return new UpgradeRequest(name, chart, values, reuse, labels, postRenderer, options);
    }

    /** The same as a first installation. */
    InstallRequest asInstall() {
        return new InstallRequest(name, chart, values, labels, postRenderer, options);
    }
}
