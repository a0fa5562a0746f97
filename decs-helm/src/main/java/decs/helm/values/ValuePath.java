package decs.helm.values;

import decs.helm.chart.ChartException;
import decs.template.gofmt.GoFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Values by dotted path, as conditions, imports and the methods of {@code .Values} look them up.
 *
 * <p>Mirrors: chartutil.Values.Table, chartutil.Values.PathValue
 */
public final class ValuePath {
    private ValuePath() {}

    /**
     * The mapping at {@code path}.
     *
     * @throws ChartException {@code "x" is not a table}, where {@code x} is the first part that is none
     */
    public static Map<String, Object> table(Map<String, Object> values, String path) {
        Map<String, Object> table = values;
        for (String part : path.split("\\.", -1)) {
            table = mapping(table.get(part)).orElseThrow(() -> notATable(part));
        }
        return table;
    }

    /** The mapping at {@code path}, where there is one. */
    public static Optional<Map<String, Object>> findTable(Map<String, Object> values, String path) {
        Optional<Map<String, Object>> table = Optional.of(values);
        for (String part : path.split("\\.", -1)) {
            table = table.flatMap(map -> mapping(map.get(part)));
        }
        return table;
    }

    /**
     * The value at {@code path} when the path leads to one that is no mapping; its value may be null.
     *
     * @throws ChartException {@code "x" is not a value}
     */
    public static Object value(Map<String, Object> values, String path) {
        if (path.isEmpty()) {
            throw new ChartException("YAML path cannot be empty");
        }
        return find(values, path).orElseThrow(() -> notAValue(path)).value();
    }

    /** A value that was found, perhaps null. */
    record Found(Object value) {}

    static Optional<Found> find(Map<String, Object> values, String path) {
        int dot = path.lastIndexOf('.');
        String name = path.substring(dot + 1);
        Optional<Map<String, Object>> table = dot < 0 ? Optional.of(values) : findTable(values, path.substring(0, dot));
        return table.filter(map -> map.containsKey(name) && !(map.get(name) instanceof Map))
                .map(map -> new Found(map.get(name)));
    }

    @SuppressWarnings("unchecked")
    static Optional<Map<String, Object>> mapping(Object value) {
        return value instanceof Map ? Optional.of((Map<String, Object>) value) : Optional.empty();
    }

    private static ChartException notATable(String part) {
        return new ChartException(GoFormat.quote(part) + " is not a table");
    }

    private static ChartException notAValue(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        return new ChartException(GoFormat.quote(name) + " is not a value");
    }
}
