package decs.helm.render;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.template.gofmt.GoString;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * All template files of a tree of charts in the order in which they are parsed and run (the deepest paths first), each
 * with what it sees as {@code .}. The files of one chart share that map.
 *
 * <p>Mirrors: engine.allTemplates, engine.sortTemplates
 */
final class TemplateScopes {
    private static final Comparator<File> ORDER = Comparator.comparingInt(File::depth)
            .thenComparing(file -> file.source().name(), GoString::compareBytes)
            .reversed();

    private final HelmVersion version;
    private final List<File> files = new ArrayList<>();

    /**
     * A template file.
     *
     * @param scope what it sees as {@code .}
     * @param folder {@code .Template.BasePath}
     */
    record File(Source source, ValueMap scope, String folder) {
        int depth() {
            return (int) source.name().chars().filter(c -> c == '/').count();
        }

        /** Whether the file is only there to be used by others. */
        boolean isPartial() {
            String name = source.name();
            return name.startsWith("_", name.lastIndexOf('/') + 1);
        }
    }

    private TemplateScopes(HelmVersion version) {
        this.version = version;
    }

    /** The files; {@code shared} is what all charts see alike: {@code Release} and {@code Capabilities}. */
    static List<File> of(Chart chart, ValueMap values, Map<String, Object> shared, HelmVersion version) {
        TemplateScopes scopes = new TemplateScopes(version);
        scopes.chart(chart, values, shared, "");
        scopes.files.sort(ORDER);
        return scopes.files;
    }

    private ValueMap chart(Chart chart, ValueMap values, Map<String, Object> shared, String above) {
        String path = above + chart.name();
        ValueMap scope = new ValueMap(8);
        scope.put("Chart", ChartObject.of(chart.metadata(), above.isEmpty(), version));
        scope.put("Files", ChartFiles.of(chart.files()));
        scope.putAll(shared);
        scope.put("Values", new NamedMap(values, version));
        ValueMap below = new ValueMap(chart.subcharts().size());
        scope.put("Subcharts", below);
        for (Chart subchart : chart.subcharts()) {
            Object own = values.get(subchart.name());
            ValueMap table = own instanceof ValueMap map ? map : new ValueMap();
            below.put(subchart.name(), chart(subchart, table, shared, path + "/charts/"));
        }
        for (ChartFile template : chart.templates()) {
            File file = new File(Source.of(path + "/" + template.name(), template.text()), scope, path + "/templates");
            if (!chart.metadata().isLibrary() || file.isPartial()) {
                files.add(file);
            }
        }
        return scope;
    }
}
