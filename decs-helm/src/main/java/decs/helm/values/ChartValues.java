package decs.helm.values;

import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.template.value.ValueMap;
import java.util.Map;
import java.util.function.Consumer;

/** A user's values together with the defaults of a chart and its subcharts. */
public final class ChartValues {
    private ChartValues() {}

    /**
     * A fresh tree with everything that templates see as {@code .Values}; the arguments stay as they are.
     *
     * <p>Mirrors: chartutil.CoalesceValues
     *
     * @throws decs.helm.chart.ChartException when the values of a subchart are no mapping
     */
    public static ValueMap coalesce(
            Chart chart, Map<String, Object> values, HelmVersion version, Consumer<String> warnings) {
        return Coalescer.erasing(version, warnings).coalesce(chart, values);
    }
}
