package decs.helm.chart;

import java.util.ArrayList;
import java.util.Collections;
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
    /** What a null in the list reads as; no checked metadata holds it. */
    static final Dependency NULL_ENTRY = new Dependency("", "", "", "", List.of(), false, List.of(), "");

    public Dependency {
        Objects.requireNonNull(name, "name");
        tags = List.copyOf(tags);
        importValues = Collections.unmodifiableList(new ArrayList<>(importValues));
    }

    /** The name that values and paths use: the alias, where there is one. */
    public String effectiveName() {
        return alias.isEmpty() ? name : alias;
    }

    public Dependency withName(String name) {
        return new Dependency(name, version, repository, condition, tags, enabled, importValues, alias);
    }

    public Dependency withVersion(String version) {
        return new Dependency(name, version, repository, condition, tags, enabled, importValues, alias);
    }

    public Dependency withEnabled(boolean enabled) {
        return new Dependency(name, version, repository, condition, tags, enabled, importValues, alias);
    }

    public Dependency withImportValues(List<Object> importValues) {
        return new Dependency(name, version, repository, condition, tags, enabled, importValues, alias);
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isNullEntry() {
        return this == NULL_ENTRY;
    }
}
