package decs.core.text;

import decs.core.load.Compat;
import decs.core.load.State;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The releases of a run as {@code helmfile list} prints them: a table, or one line of JSON. */
public final class ReleaseList {
    private static final List<String> COLUMNS =
            List.of("NAME", "NAMESPACE", "ENABLED", "INSTALLED", "LABELS", "CHART", "VERSION");

    private ReleaseList() {}

    /** One release, as text by column. */
    public record Row(
            String name,
            String namespace,
            boolean enabled,
            boolean installed,
            String labels,
            String chart,
            String version) {

        private List<String> cells() {
            return List.of(
                    name, namespace, Boolean.toString(enabled), Boolean.toString(installed), labels, chart, version);
        }
    }

    /** The rows of all states, in the order in which helmfile lists them. */
    public static List<Row> rows(List<Releases> all) {
        List<Row> rows = new ArrayList<>();
        boolean v0 = false;
        for (Releases releases : all) {
            v0 |= releases.state().compat() == Compat.V0;
            releases.selected().forEach(release -> rows.add(row(release)));
        }
        if (!v0) {
            rows.sort(Comparator.comparing(Row::namespace).thenComparing(Row::name));
        }
        return rows;
    }

    private static Row row(ResolvedRelease release) {
        State state = release.state();
        boolean asWritten =
                state.compat() == Compat.V0 && state.selector().alternatives().isEmpty();
        Map<String, String> labels = new TreeMap<>(asWritten ? release.fields().textMap("labels") : release.labels());
        String namespace = asWritten ? written(release) : release.namespace();
        return new Row(
                release.name(),
                namespace,
                release.enabled(),
                release.installed(),
                labels.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(",")),
                release.chart(),
                release.version());
    }

    /** The namespace in the file, without what the command line puts over it. */
    private static String written(ResolvedRelease release) {
        return release.state().releases().stream()
                .filter(fields -> fields.text("name").equals(release.name()))
                .findFirst()
                .map(fields -> fields.text("namespace"))
                .orElse("");
    }

    /** The table; helmfile 1.x trims the ends of its lines. */
    public static String table(List<Row> rows, boolean trimmed) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS);
        rows.forEach(row -> lines.add(row.cells()));
        int[] widths = new int[COLUMNS.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line.get(i);
                text.append(i == 0 ? "" : "\t").append(cell);
                text.append(" ".repeat(widths[i] - cell.length()));
            }
            out.append(trimmed ? text.toString().stripTrailing() : text).append('\n');
        }
        return out.toString();
    }

    /** One line of JSON. */
    public static String json(List<Row> rows) {
        return rows.stream()
                .map(row -> "{\"name\":" + Json.write(row.name()) + ",\"namespace\":" + Json.write(row.namespace())
                        + ",\"enabled\":" + row.enabled() + ",\"installed\":" + row.installed() + ",\"labels\":"
                        + Json.write(row.labels()) + ",\"chart\":" + Json.write(row.chart()) + ",\"version\":"
                        + Json.write(row.version()) + "}")
                .collect(Collectors.joining(",", "[", "]\n"));
    }
}
