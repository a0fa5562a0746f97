package decs.helm.repo;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartLock;
import decs.helm.chart.Dependency;
import decs.template.semver.Constraint;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings the dependencies that a chart names in Chart.yaml and does not hold in charts/: what {@code helm dependency
 * build} does, but in memory, so that the chart's folder stays as it is. Versions in Chart.lock count where they fit.
 */
final class MissingDependencies {
    private final ChartSources sources;

    MissingDependencies(ChartSources sources) {
        this.sources = sources;
    }

    /** {@code chart}, from {@code folder}, with every dependency it names that can be found. */
    Chart complete(Chart chart, Path folder) {
        List<Chart> subcharts = new ArrayList<>(chart.subcharts());
        for (Dependency dependency : chart.metadata().dependencies()) {
            boolean held = subcharts.stream().anyMatch(sub -> fits(sub, dependency));
            if (!held && !dependency.repository().isEmpty()) {
                subcharts.add(bring(chart, dependency, folder));
            }
        }
        if (subcharts.size() == chart.subcharts().size()) {
            return chart;
        }
        subcharts.sort(Comparator.comparing(Chart::name));
        return chart.withSubcharts(subcharts);
    }

    private static boolean fits(Chart sub, Dependency dependency) {
        return sub.name().equals(dependency.name()) && satisfies(sub.metadata().version(), dependency.version());
    }

    private static boolean satisfies(String version, String constraint) {
        if (constraint.isEmpty() || version.equals(constraint)) {
            return true;
        }
        return Constraint.admits(constraint, version);
    }

    private Chart bring(Chart chart, Dependency dependency, Path folder) {
        String repository = dependency.repository();
        if (repository.startsWith("file://")) {
            return fromFolder(chart, dependency, folder);
        }
        String version = locked(chart, dependency).orElse(dependency.version());
        return sources.fromDependency(dependency.name(), version, repository);
    }

    private Chart fromFolder(Chart chart, Dependency dependency, Path folder) {
        Path place = folder.resolve(dependency.repository().substring("file://".length()))
                .normalize();
        Chart found = sources.load(place);
        if (!satisfies(found.metadata().version(), dependency.version())) {
            String text = "can't get a valid version for dependency " + dependency.name();
            throw new DecsException(
                    text,
                    List.of(Problem.of("chart " + chart.name() + ": " + text)
                            .withHint(place + " has version " + found.metadata().version() + ", Chart.yaml wants "
                                    + dependency.version())),
                    null);
        }
        return found;
    }

    private static Optional<String> locked(Chart chart, Dependency dependency) {
        return chart.lock().map(ChartLock::dependencies).stream()
                .flatMap(List::stream)
                .filter(locked -> locked.name().equals(dependency.name())
                        && locked.repository().equals(dependency.repository())
                        && satisfies(locked.version(), dependency.version()))
                .map(Dependency::version)
                .findFirst();
    }
}
