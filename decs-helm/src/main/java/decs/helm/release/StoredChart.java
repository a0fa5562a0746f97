package decs.helm.release;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.HelmVersion;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The chart inside a release record: without subcharts. What a record held goes back unchanged, but for the times that
 * only Helm 4 writes; files are only decoded when {@link #chart()} is asked for.
 */
public final class StoredChart {
    private static final String SCHEMA_TIME = "schemamodtime";
    private static final String TIME = "modtime";

    /** What a record holds; null for a chart that none holds yet. */
    private final Map<String, Object> tree;

    private final Map<HelmVersion, String> json = new EnumMap<>(HelmVersion.class);
    private ChartMetadata metadata;
    private Chart chart;

    private StoredChart(Map<String, Object> tree, ChartMetadata metadata, Chart chart) {
        this.tree = tree;
        this.metadata = metadata;
        this.chart = chart;
    }

    /** {@code chart} as it will be stored. */
    public static StoredChart of(Chart chart) {
        return new StoredChart(null, chart.metadata(), chart);
    }

    /** A chart as a record holds it. */
    static StoredChart read(Map<String, Object> tree) {
        Objects.requireNonNull(tree, "tree");
        return new StoredChart(tree, null, null);
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

    /** The JSON that a Helm writes. */
    synchronized String json(HelmVersion helm) {
        return json.computeIfAbsent(
                helm, form -> tree == null ? ChartWriter.json(chart, form) : JsonFields.inOrder(inFormOf(form)));
    }

    /** What the record held, as a Helm of the other version leaves it when it writes the record again. */
    private Map<String, Object> inFormOf(HelmVersion helm) {
        Map<String, Object> form = new LinkedHashMap<>();
        tree.forEach((name, value) -> {
            boolean ofHelm4 = name.equals(TIME) || name.equals(SCHEMA_TIME);
            if (helm == HelmVersion.V4 || !ofHelm4) {
                form.put(name, helm == HelmVersion.V3 && value instanceof List<?> files ? timeless(files) : value);
            }
            if (helm == HelmVersion.V4 && name.equals("schema")) {
                form.put(SCHEMA_TIME, tree.getOrDefault(SCHEMA_TIME, RecordTime.ZERO));
            }
        });
        return form;
    }

    private static List<Object> timeless(List<?> files) {
        return files.stream()
                .map(file -> {
                    Map<String, Object> rest = new LinkedHashMap<>(JsonTree.map(file));
                    rest.remove(TIME);
                    return (Object) rest;
                })
                .toList();
    }
}
