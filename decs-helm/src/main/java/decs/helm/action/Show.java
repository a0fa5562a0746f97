package decs.helm.action;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.HelmVersion;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** {@code helm show}: parts of a chart as text. */
public final class Show {
    private static final String MARK = "---\n";
    private static final List<String> READMES = List.of("readme.md", "readme.txt", "readme");

    private final HelmVersion version;

    public Show(HelmVersion version) {
        this.version = Objects.requireNonNull(version, "version");
    }

    /** What is shown of a chart. */
    public enum Part {
        ALL,
        CHART,
        VALUES,
        README,
        CRDS
    }

    /** The text that {@code helm show} prints. */
    public String run(Chart chart, Part part) {
        StringBuilder out = new StringBuilder();
        boolean all = part == Part.ALL;
        if (all || part == Part.CHART) {
            out.append(Yaml.write(ChartYaml.tree(chart.metadata()))).append('\n');
        }
        Optional<String> values = chart.valuesSource().map(Source::text);
        if ((all || part == Part.VALUES) && values.isPresent()) {
            out.append(all ? MARK : "").append(values.get()).append('\n');
        }
        Optional<ChartFile> readme = chart.files().stream()
                .filter(file -> READMES.contains(file.name().toLowerCase(Locale.ROOT)))
                .findFirst();
        if ((all || part == Part.README) && readme.isPresent()) {
            out.append(all ? MARK : "").append(readme.get().text()).append('\n');
        }
        if (all || part == Part.CRDS) {
            crds(chart, all && version == HelmVersion.V3, out);
        }
        return out.toString();
    }

    private void crds(Chart chart, boolean markFirst, StringBuilder out) {
        boolean marked = !markFirst;
        for (ChartFile crd : crds(chart)) {
            boolean mark = version == HelmVersion.V4 ? !crd.text().startsWith("---") : !marked;
            out.append(mark ? MARK : "").append(crd.text()).append('\n');
            marked = true;
        }
    }

    private static List<ChartFile> crds(Chart chart) {
        List<ChartFile> own = chart.files().stream()
                .filter(file -> file.name().startsWith("crds/"))
                .filter(file -> file.name().endsWith(".yaml")
                        || file.name().endsWith(".yml")
                        || file.name().endsWith(".json"))
                .toList();
        List<ChartFile> all = new ArrayList<>(own);
        chart.subcharts().forEach(subchart -> all.addAll(crds(subchart)));
        return all;
    }
}
