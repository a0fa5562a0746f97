package decs.helm.chart;

import java.util.List;
import java.util.Objects;

/**
 * One entry of {@code dependencies} in Chart.yaml; absent texts are empty.
 *
 * @param importValues each a String or a Map with {@code child} and {@code parent}
 */
public record Dependency(
        String name,
        String version,
        String repository,
        String condition,
        List<String> tags,
        boolean enabled,
        List<Object> importValues,
        String alias) {
    public Dependency {
        Objects.requireNonNull(name, "name");
        tags = List.copyOf(tags);
        importValues = List.copyOf(importValues);
    }

    /** The name that values and paths use: the alias, where there is one. */
    public String effectiveName() {
        return alias.isEmpty() ? name : alias;
    }
}
