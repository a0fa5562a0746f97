package decs.helm.render;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.Dependency;
import decs.template.source.Position;
import decs.template.source.Source;
import decs.template.source.Suggestion;
import decs.template.usage.Reads;
import decs.template.usage.TemplateReads;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Values that no template of a chart or of its subcharts reads, whatever the other values are: of those given by the user
 * and of the chart's own defaults. A value that goes whole into {@code toYaml}, {@code tpl}, {@code range} or any other
 * place where it cannot be followed counts as read.
 */
public final class UnusedValues {
    private static final String VALUES = "Values";
    private static final String GLOBAL = "global";

    private final List<Source> sources = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Unused> found = new ArrayList<>();
    private final TemplateReads templates;

    /**
     * A value that nothing reads.
     *
     * @param path its names, joined by dots
     * @param at where it is written
     * @param meant the name beside it that is read and that is most like it
     */
    public record Unused(String path, Optional<Position> at, Optional<String> meant) {
        @Override
        public String toString() {
            return at.map(place -> place + ": ").orElse("") + path + ": never read"
                    + meant.map(name -> "; did you mean " + name + "?").orElse("");
        }
    }

    private UnusedValues(Chart chart, ValueMap values) {
        collect(chart, "");
        texts(values);
        templates = new TemplateReads(sources, texts);
    }

    /** The unread ones among {@code given} and the defaults of {@code chart}, as loaded. */
    public static List<Unused> find(Chart chart, Map<String, Object> given) {
        ValueMap values = Merge.deep(chart.values(), given);
        UnusedValues search = new UnusedValues(chart, values);
        search.compare(values, search.reads(chart, ""), "");
        return List.copyOf(search.found);
    }

    private void collect(Chart chart, String above) {
        String path = above + chart.name();
        chart.templates().forEach(file -> sources.add(Source.of(path + "/" + file.name(), file.text())));
        chart.files().stream().filter(file -> !isDocumentation(file.name())).forEach(file -> texts.add(file.text()));
        if (!above.isEmpty()) {
            texts(chart.values());
        }
        chart.subcharts().forEach(subchart -> collect(subchart, path + "/charts/"));
    }

    /** What is written for readers beside {@code Chart.yaml}; examples of templates in it are not run. */
    private static boolean isDocumentation(String name) {
        return name.indexOf('/') < 0 && name.toLowerCase(Locale.ROOT).endsWith(".md");
    }

    private void texts(Object value) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::texts);
        } else if (value instanceof List<?> list) {
            list.forEach(this::texts);
        }
    }

    /** What is read of the values of {@code chart}, by itself and by its subcharts. */
    private Reads reads(Chart chart, String above) {
        String path = above + chart.name();
        List<String> files = chart.templates().stream()
                .map(ChartFile::name)
                .filter(name -> !name.startsWith("_", name.lastIndexOf('/') + 1))
                .map(name -> path + "/" + name)
                .toList();
        Reads all = templates.of(files);
        Reads reads = all.at(VALUES);
        if (all.isWhole()) {
            reads.readWhole();
        }
        for (Chart subchart : chart.subcharts()) {
            Reads below = reads(subchart, path + "/charts/");
            below.add(all.at("Subcharts").at(subchart.name()).at(VALUES));
            reads.at(GLOBAL).add(below.at(GLOBAL));
            names(chart, subchart).forEach(name -> reads.at(name).add(below));
        }
        for (Dependency dependency : chart.metadata().dependencies()) {
            dependency(chart, dependency, reads);
        }
        return reads;
    }

    /** The names under which a subchart gets its values. */
    private static List<String> names(Chart chart, Chart subchart) {
        List<String> names = new ArrayList<>(List.of(subchart.name()));
        for (Dependency dependency : chart.metadata().dependencies()) {
            if (dependency.name().equals(subchart.name()) && !dependency.alias().isEmpty()) {
                names.add(dependency.alias());
            }
        }
        return names;
    }

    private static void dependency(Chart chart, Dependency dependency, Reads reads) {
        for (String condition : dependency.condition().split(",", -1)) {
            reads.at(List.of(condition.strip().split("\\.", -1))).readHere();
        }
        dependency.tags().forEach(tag -> reads.at("tags").at(tag).readHere());
        String name = dependency.alias().isEmpty() ? dependency.name() : dependency.alias();
        boolean there =
                chart.subcharts().stream().anyMatch(subchart -> subchart.name().equals(dependency.name()));
        if (!there || !dependency.importValues().isEmpty()) {
            reads.at(name).readWhole();
        }
    }

    private void compare(ValueMap values, Reads reads, String above) {
        if (reads.isWhole()) {
            return;
        }
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            String path = above.isEmpty() ? entry.getKey() : above + "." + entry.getKey();
            Reads here = reads.find(entry.getKey());
            if (here == null || !isUsed(here)) {
                found.add(new Unused(path, values.origin(entry.getKey()), meant(entry.getKey(), reads)));
            } else if (!here.names().isEmpty() && entry.getValue() instanceof ValueMap table) {
                compare(table, here, path);
            }
        }
    }

    private static boolean isUsed(Reads reads) {
        return reads.isRead() || !reads.names().isEmpty();
    }

    private static Optional<String> meant(String name, Reads reads) {
        List<String> known = reads.names().stream()
                .filter(other -> !other.equals(name) && isUsed(reads.at(other)))
                .toList();
        return Suggestion.nearest(name, known);
    }
}
