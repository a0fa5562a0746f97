package decs.helm.values;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.Dependency;
import decs.template.gofmt.GoFormat;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Values that subcharts hand to their parent ({@code import-values}). Afterwards the defaults of a chart with
 * dependencies hold those of its subcharts, and the imports below what the chart says itself.
 *
 * <p>Mirrors: chartutil.processImportValues
 */
final class ImportedValues {
    private static final String CHILD = "child";
    private static final String PARENT = "parent";

    private final Consumer<String> warnings;
    private final Coalescer merging;
    private final Coalescer sharing;

    ImportedValues(Consumer<String> warnings) {
        this.warnings = warnings;
        this.merging = Coalescer.merging(warnings);
        this.sharing = Coalescer.sharing(warnings);
    }

    /** {@code chart} with the imports of its whole tree, the deepest first. */
    Chart process(Chart chart) {
        if (chart.subcharts().isEmpty() && chart.metadata().dependencies().isEmpty()) {
            return chart;
        }
        List<Chart> subcharts = new ArrayList<>();
        for (Chart subchart : chart.subcharts()) {
            subcharts.add(process(subchart));
        }
        Chart inner = chart.withSubcharts(subcharts);
        return chart.metadata().dependencies().isEmpty() ? inner : imported(inner);
    }

    private Chart imported(Chart chart) {
        ValueMap defaults = merging.coalesce(chart, Map.of());
        ValueMap imports = new ValueMap();
        List<Dependency> dependencies = new ArrayList<>();
        for (Dependency dependency : chart.metadata().dependencies()) {
            List<Object> written = new ArrayList<>();
            for (Object entry : dependency.importValues()) {
                Import wanted = Import.of(entry);
                if (wanted == null) {
                    continue;
                }
                written.add(wanted.tree());
                try {
                    Map<String, Object> table = ValuePath.table(defaults, dependency.name() + "." + wanted.child());
                    sharing.lay(imports, wanted.place(table));
                } catch (ChartException missing) {
                    String from = entry instanceof String ? "" : " from chart " + dependency.name();
                    warnings.accept("Warning: ImportValues missing table" + from + ": " + missing.getMessage());
                }
            }
            dependencies.add(dependency.withImportValues(written));
        }
        ValueMap sum = defaults;
        if (!imports.isEmpty()) {
            sum = Merge.copy(defaults);
            merging.lay(sum, imports);
        }
        return chart.withMetadata(chart.metadata().withDependencies(dependencies))
                .withValues(sum);
    }

    /** One entry of {@code import-values}. */
    private record Import(String child, String parent) {
        /** Reads an entry; null for what is neither text nor mapping, which Helm passes over. */
        static Import of(Object entry) {
            if (entry instanceof String name) {
                return new Import("exports." + name, ".");
            }
            if (entry instanceof Map<?, ?> map) {
                return new Import(GoFormat.value(map.get(CHILD)), GoFormat.value(map.get(PARENT)));
            }
            return null;
        }

        ValueMap tree() {
            ValueMap tree = new ValueMap();
            tree.put(CHILD, child);
            tree.put(PARENT, parent);
            return tree;
        }

        /** {@code table} at the place in the parent that it is imported to. */
        Map<String, Object> place(Map<String, Object> table) {
            if (parent.equals(".")) {
                return table;
            }
            Map<String, Object> placed = table;
            String[] parts = parent.split("\\.", -1);
            for (int i = parts.length - 1; i >= 0; i--) {
                ValueMap around = new ValueMap();
                around.put(parts[i], placed);
                placed = around;
            }
            return placed;
        }
    }
}
