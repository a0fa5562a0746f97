package decs.helm.repo;

import decs.helm.chart.Chart;
import java.util.Objects;

/**
 * A chart and where it came from.
 *
 * @param origin the file, folder or URL, without credentials
 */
public record FetchedChart(Chart chart, String origin) {
    public FetchedChart {
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(origin, "origin");
    }
}
