package decs.helm.chart;

import decs.template.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A chart as loaded: metadata, templates, default values, the other files, and its subcharts. Immutable by contract:
 * {@link #values()} must not be changed in place.
 *
 * @param values the parsed values.yaml
 * @param valuesSource the raw values.yaml, for printing and for errors; empty when there is none
 * @param schema values.schema.json, where there is one
 * @param modified when Chart.yaml was changed last ({@link ChartFile#NO_TIME} where nothing says)
 * @param templates files below {@code templates/}
 * @param files all other files ({@code crds/} and README among them), without Chart.yaml, values.yaml and charts
 * @param subcharts in name order
 */
public record Chart(
        ChartMetadata metadata,
        Optional<ChartLock> lock,
        Map<String, Object> values,
        Optional<Source> valuesSource,
        Optional<ChartFile> schema,
        Instant modified,
        List<ChartFile> templates,
        List<ChartFile> files,
        List<Chart> subcharts) {
    public Chart {
        Objects.requireNonNull(metadata, "metadata");
        templates = List.copyOf(templates);
        files = List.copyOf(files);
        subcharts = List.copyOf(subcharts);
    }

    public String name() {
        return metadata.name();
    }

    public Chart withMetadata(ChartMetadata metadata) {
        return new Chart(metadata, lock, values, valuesSource, schema, modified, templates, files, subcharts);
    }

    public Chart withValues(Map<String, Object> values) {
        return new Chart(metadata, lock, values, valuesSource, schema, modified, templates, files, subcharts);
    }

    public Chart withSubcharts(List<Chart> subcharts) {
        return new Chart(metadata, lock, values, valuesSource, schema, modified, templates, files, subcharts);
    }
}
