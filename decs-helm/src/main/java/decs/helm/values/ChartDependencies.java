package decs.helm.values;

import decs.helm.chart.Chart;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.template.semver.Constraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which subcharts a chart really has, given a user's values: those that Chart.yaml names, under their aliases, without
 * those that conditions and tags switch off; and the values that they export to their parent.
 *
 * <p>Mirrors: chartutil.ProcessDependenciesWithMerge
 */
public final class ChartDependencies {
    private final HelmVersion version;
    private final Consumer<String> warnings;

    public ChartDependencies(HelmVersion version, Consumer<String> warnings) {
        this.version = version;
        this.warnings = warnings;
    }

    /** {@code chart} with the dependencies that {@code values} leave it, and with imported values in its defaults. */
    public Chart process(Chart chart, Map<String, Object> values) {
        return new ImportedValues(warnings).process(enabled(chart, values, "", new Repeated()));
    }

    private Chart enabled(Chart chart, Map<String, Object> above, String path, Repeated repeated) {
        List<Dependency> named = repeated.renamed(chart.metadata().dependencies());
        if (named.isEmpty()) {
            return chart;
        }
        Chart present = chart.withSubcharts(present(chart, named));
        Map<String, Object> values = ChartValues.coalesce(present, above, version, warnings);
        List<Dependency> kept = new ArrayList<>();
        Set<String> off = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            Dependency dependency = named.get(i);
            if (isOn(dependency, values, path)) {
                Dependency written = chart.metadata().dependencies().get(i);
                kept.add(repeated.imports(written, renamed(dependency)).withEnabled(true));
            } else {
                off.add(dependency.effectiveName());
            }
        }
        kept.removeIf(dependency -> off.contains(dependency.name()));
        List<Chart> subcharts = new ArrayList<>();
        for (Chart subchart : present.subcharts()) {
            if (!off.contains(subchart.name())) {
                subcharts.add(enabled(subchart, values, path + subchart.name() + ".", repeated));
            }
        }
        return present.withMetadata(present.metadata().withDependencies(kept)).withSubcharts(subcharts);
    }

    /** The charts in charts/: those that no dependency names as they are, the others once for each that names them. */
    private static List<Chart> present(Chart chart, List<Dependency> named) {
        List<Chart> present = new ArrayList<>();
        for (Chart subchart : chart.subcharts()) {
            if (named.stream().noneMatch(dependency -> names(dependency, subchart))) {
                present.add(subchart);
            }
        }
        for (Dependency dependency : named) {
            chart.subcharts().stream()
                    .filter(subchart -> names(dependency, subchart))
                    .findFirst()
                    .map(subchart -> dependency.alias().isEmpty()
                            ? subchart
                            : subchart.withMetadata(subchart.metadata().withName(dependency.alias())))
                    .ifPresent(present::add);
        }
        return present;
    }

    private static boolean names(Dependency dependency, Chart subchart) {
        return subchart.name().equals(dependency.name())
                && satisfies(subchart.metadata().version(), dependency.version());
    }

    /** Mirrors: chartutil.IsCompatibleRange */
    private static boolean satisfies(String version, String constraint) {
        return Constraint.admits(constraint, version);
    }

    private static Dependency renamed(Dependency dependency) {
        return dependency.alias().isEmpty() ? dependency : dependency.withName(dependency.alias());
    }

    private boolean isOn(Dependency dependency, Map<String, Object> values, String path) {
        return byCondition(dependency, values, path).orElseGet(() -> byTags(dependency, values));
    }

    private Optional<Boolean> byCondition(Dependency dependency, Map<String, Object> values, String path) {
        for (String condition : dependency.condition().strip().split(",", -1)) {
            if (condition.isEmpty()) {
                continue;
            }
            Optional<ValuePath.Found> found = ValuePath.find(values, path + condition);
            if (found.isPresent() && found.get().value() instanceof Boolean on) {
                return Optional.of(on);
            }
            if (found.isPresent()) {
                warnings.accept("Warning: Condition path '" + condition + "' for chart " + dependency.effectiveName()
                        + " returned non-bool value");
            }
        }
        return Optional.empty();
    }

    private boolean byTags(Dependency dependency, Map<String, Object> values) {
        if (dependency.tags().isEmpty()) {
            return true;
        }
        Optional<Map<String, Object>> tags = ValuePath.findTable(values, "tags");
        boolean anyOff = false;
        for (String tag : dependency.tags()) {
            if (tags.isEmpty() || !tags.get().containsKey(tag)) {
                continue;
            }
            Object value = tags.get().get(tag);
            if (Boolean.TRUE.equals(value)) {
                return true;
            }
            if (Boolean.FALSE.equals(value)) {
                anyOff = true;
            } else {
                warnings.accept("Warning: Tag '" + tag + "' for chart " + dependency.effectiveName()
                        + " returned non-bool value");
            }
        }
        return !anyOff;
    }

    /**
     * What Helm 3 gets wrong when a chart is there twice, under two aliases: its dependencies are processed in place, so
     * the second time they bear their aliases as names and their imports are spent.
     */
    private final class Repeated {
        private final Set<Dependency> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Dependency> imported = Collections.newSetFromMap(new IdentityHashMap<>());

        List<Dependency> renamed(List<Dependency> dependencies) {
            if (version != HelmVersion.V3) {
                return dependencies;
            }
            List<Dependency> found = new ArrayList<>();
            for (Dependency dependency : dependencies) {
                found.add(seen.add(dependency) ? dependency : ChartDependencies.renamed(dependency));
            }
            return found;
        }

        Dependency imports(Dependency written, Dependency kept) {
            boolean spent = version == HelmVersion.V3 && !imported.add(written);
            return spent ? kept.withImportValues(List.of()) : kept;
        }
    }
}
