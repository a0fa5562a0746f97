package decs.core.prepare;

import decs.core.plan.ResolvedRelease;
import decs.helm.chart.Chart;
import decs.template.value.ValueMap;
import java.util.Objects;

/** A release with its chart and its values: all that rendering needs. */
public record PreparedRelease(ResolvedRelease release, Chart chart, ValueMap values) {
    public PreparedRelease {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(values, "values");
    }
}
