package decs.helm.release;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.HelmVersion;
import java.util.Map;
import java.util.Objects;

/**
 * The chart inside a release record: without subcharts, and as text that goes back into the record unchanged, whoever
 * wrote it. Files are only decoded when {@link #chart()} is asked for.
 */
public final class StoredChart {
    private final Map<String, Object> tree;
    private String json;
    private ChartMetadata metadata;
    private Chart chart;

    private StoredChart(Map<String, Object> tree, String json, ChartMetadata metadata, Chart chart) {
        this.tree = tree;
        this.json = json;
        this.metadata = metadata;
        this.chart = chart;
    }

    /** {@code chart} as {@code helm} stores it. */
    public static StoredChart of(Chart chart, HelmVersion helm) {
        return new StoredChart(Map.of(), ChartWriter.json(chart, helm), chart.metadata(), chart);
    }

    /** A chart as a record holds it. */
    static StoredChart read(Map<String, Object> tree) {
        Objects.requireNonNull(tree, "tree");
        return new StoredChart(tree, null, null, null);
    }

    public synchronized ChartMetadata metadata() {
        if (metadata == null) {
            metadata = ChartReader.metadata(tree.get("metadata"));
        }
        return metadata;
    }

    /** The chart: what was rendered, or what the record holds of it, which is no subcharts. */
    public synchronized Chart chart() {
        if (chart == null) {
            chart = ChartReader.chart(new JsonTree(tree));
        }
        return chart;
    }

    /** {@code name-version}, as tables show it; {@code MISSING} where a record holds no chart. */
    public String nameAndVersion() {
        ChartMetadata data = metadata();
        return data.name().isEmpty() && data.version().isEmpty() ? "MISSING" : data.name() + "-" + data.version();
    }

    synchronized String json() {
        if (json == null) {
            json = JsonFields.inOrder(tree);
        }
        return json;
    }
}
