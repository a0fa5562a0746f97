package decs.helm.values;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.HelmVersion;
import decs.template.gofmt.GoFormat;
import decs.template.source.Problem;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Lays a user's values over the defaults of a chart and of its subcharts, each at its place, and hands globals down. It
 * works in one fresh tree: whatever is taken from a chart is copied when it is taken, and nothing is copied twice.
 *
 * <p>Mirrors: chartutil.CoalesceValues, chartutil.MergeValues
 */
final class Coalescer {
    private static final String GLOBAL = "global";

    private final Nulls defaults;
    private final boolean copies;
    private final Consumer<String> warnings;

    /** What a null means. */
    private enum Nulls {
        /** It is a value like any other. */
        KEEP,
        /** Above a default it takes the default away. */
        ERASE,
        /** It takes a default away, and a default that is null counts for nothing. */
        PRUNE
    }

    private Coalescer(Nulls defaults, boolean copies, Consumer<String> warnings) {
        this.defaults = defaults;
        this.copies = copies;
        this.warnings = warnings;
    }

    /** For final values: a user's nulls take defaults away. */
    static Coalescer erasing(HelmVersion version, Consumer<String> warnings) {
        return new Coalescer(version == HelmVersion.V3 ? Nulls.ERASE : Nulls.PRUNE, true, warnings);
    }

    /** For values that are defaults again: nulls stay, to take effect later. */
    static Coalescer merging(Consumer<String> warnings) {
        return new Coalescer(Nulls.KEEP, true, warnings);
    }

    /** For imports, which Helm lays over one another without copying: what they share changes together. */
    static Coalescer sharing(Consumer<String> warnings) {
        return new Coalescer(Nulls.KEEP, false, warnings);
    }

    /** A fresh tree of {@code values} over the defaults of {@code chart}. */
    ValueMap coalesce(Chart chart, Map<String, Object> values) {
        ValueMap tree = Merge.copy(values);
        chart(chart, tree, "");
        return tree;
    }

    private void chart(Chart chart, ValueMap values, String above) {
        String path = join(above, chart.name());
        defaults(chart, values, path);
        for (Chart subchart : chart.subcharts()) {
            subchart(subchart, values, path);
        }
    }

    private void defaults(Chart chart, ValueMap values, String path) {
        for (Map.Entry<String, Object> entry : chart.values().entrySet()) {
            String key = entry.getKey();
            Object preset = entry.getValue();
            Object value = values.get(key);
            if (!values.containsKey(key)) {
                if (preset != null || defaults != Nulls.PRUNE) {
                    take(values, key, chart.values(), defaults);
                }
            } else if (value == null && defaults != Nulls.KEEP) {
                values.remove(key);
            } else if (value instanceof ValueMap table && preset instanceof Map) {
                Nulls below = isSubchart(chart, key) ? Nulls.KEEP : defaults;
                tables(table, typed(preset), join(path, key), below);
            } else if (value instanceof ValueMap && preset != null) {
                warnings.accept("warning: skipped value for " + join(path, key) + ": Not a table.");
            }
        }
    }

    /** Copies a default into a place where there is nothing. */
    private void take(ValueMap values, String key, Map<String, Object> from, Nulls nulls) {
        Object copy = copies ? Merge.copyValue(from.get(key)) : from.get(key);
        if (nulls == Nulls.PRUNE) {
            prune(copy);
        }
        values.put(key, copy);
        values.takeOrigin(key, from);
    }

    private static void prune(Object value) {
        if (value instanceof ValueMap map) {
            map.values().removeIf(Objects::isNull);
            map.values().forEach(Coalescer::prune);
        }
    }

    private static boolean isSubchart(Chart chart, String key) {
        return chart.subcharts().stream().anyMatch(subchart -> subchart.name().equals(key));
    }

    private void tables(ValueMap over, Map<String, Object> under, String path, Nulls nulls) {
        for (String key : new ArrayList<>(under.keySet())) {
            Object preset = under.get(key);
            if (preset == null && nulls == Nulls.PRUNE) {
                continue;
            }
            Object value = over.get(key);
            if (!over.containsKey(key)) {
                take(over, key, under, nulls);
            } else if (value == null && nulls != Nulls.KEEP && preset != null) {
                over.remove(key);
            } else if (value instanceof ValueMap table && preset instanceof Map) {
                tables(table, typed(preset), join(path, key), nulls);
            } else if (preset instanceof Map) {
                warnings.accept("warning: cannot overwrite table with non table for " + join(path, key) + " ("
                        + GoFormat.value(preset) + ")");
            } else if (value instanceof Map && preset != null) {
                warnings.accept("warning: destination for " + join(path, key)
                        + " is a table. Ignoring non-table value (" + GoFormat.value(preset) + ")");
            }
        }
    }

    private void subchart(Chart subchart, ValueMap values, String path) {
        String name = subchart.name();
        Object own = values.get(name);
        if (!values.containsKey(name)) {
            own = new ValueMap();
            values.put(name, own);
        } else if (!(own instanceof ValueMap)) {
            throw noMapping(name, own, values);
        }
        globals((ValueMap) own, values, path);
        chart(subchart, (ValueMap) own, path);
    }

    private static ChartException noMapping(String name, Object own, ValueMap values) {
        String message = "type mismatch on " + name + ": " + GoFormat.sprintf("%t", new Object[] {own});
        String reason = "the values of subchart " + name + " must be a mapping";
        Problem problem = values.origin(name).map(at -> Problem.at(at, reason)).orElseGet(() -> Problem.of(reason));
        return new ChartException(message, List.of(problem), null);
    }

    /** Hands the globals of {@code from} down to a subchart's values. */
    private void globals(ValueMap to, ValueMap from, String path) {
        Object lower = to.containsKey(GLOBAL) ? to.get(GLOBAL) : new ValueMap();
        Object upper = from.containsKey(GLOBAL) ? from.get(GLOBAL) : new ValueMap();
        if (!(lower instanceof ValueMap merged)) {
            warnings.accept("warning: skipping globals because destination " + GLOBAL + " is not a table.");
            return;
        }
        if (!(upper instanceof ValueMap handed)) {
            warnings.accept("warning: skipping globals because source " + GLOBAL + " is not a table.");
            return;
        }
        for (Map.Entry<String, Object> entry : handed.entrySet()) {
            global(merged, handed, entry.getKey(), path);
        }
        to.put(GLOBAL, merged);
    }

    private void global(ValueMap to, ValueMap from, String key, String path) {
        Object value = from.get(key);
        Object before = to.get(key);
        if (value instanceof ValueMap table) {
            ValueMap copy = new ValueMap(table); // the tables inside stay shared with the parent, as in Helm
            if (!to.containsKey(key)) {
                put(to, key, copy, from);
            } else if (before instanceof ValueMap mine) {
                tables(copy, mine, join(path, key), Nulls.KEEP);
                put(to, key, copy, from);
            } else {
                warnings.accept("Conflict: cannot merge map onto non-map for \"" + key + "\". Skipping.");
            }
        } else if (before instanceof Map) {
            warnings.accept("key " + key + " is table. Skipping");
        } else {
            put(to, key, value, from);
        }
    }

    private static void put(ValueMap to, String key, Object value, ValueMap from) {
        to.put(key, value);
        to.takeOrigin(key, from);
    }

    /** Lays {@code over} on {@code under}, in {@code over}. */
    void lay(ValueMap over, Map<String, Object> under) {
        tables(over, under, "", defaults);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> typed(Object map) {
        return (Map<String, Object>) map;
    }
}
