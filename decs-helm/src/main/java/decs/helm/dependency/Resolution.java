package decs.helm.dependency;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.Dependency;
import decs.helm.registry.OciReference;
import decs.helm.repo.ChartSources;
import decs.template.semver.Constraint;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the version that each dependency gets: the newest that satisfies.
 *
 * <p>Mirrors: resolver.Resolve
 */
final class Resolution {
    private static final int SHOWN_VERSIONS = 5;

    private final ChartSources sources;
    private final ChartLoader loader;
    private final Path chart;
    private final List<String> missing = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Resolution(ChartSources sources, ChartLoader loader, Path chart) {
        this.sources = sources;
        this.loader = loader;
        this.chart = chart;
    }

    List<Dependency> resolve(List<Dependency> wanted) {
        List<Dependency> locked = new ArrayList<>();
        for (Dependency dependency : wanted) {
            version(dependency).ifPresent(version -> locked.add(locked(dependency, version)));
        }
        if (!missing.isEmpty()) {
            throw new DecsException(
                    "can't get a valid version for " + missing.size() + " subchart(s): " + String.join(", ", missing)
                            + ". Make sure a matching chart version exists in the repo, or change the version"
                            + " constraint in Chart.yaml",
                    problems,
                    null);
        }
        return locked;
    }

    static Dependency locked(Dependency dependency, String version) {
        return new Dependency(dependency.name(), version, dependency.repository(), "", List.of(), false, List.of(), "");
    }

    private Optional<String> version(Dependency dependency) {
        Constraint constraint = Constraint.tryParse(dependency.version())
                .orElseThrow(() -> new DecsException("dependency \"" + dependency.name()
                        + "\" has an invalid version/constraint format: improper constraint: \"" + dependency.version()
                        + "\""));
        String repository = dependency.repository();
        if (repository.isEmpty()) {
            LocalPath.of("charts/" + dependency.name(), chart);
            return Optional.of(dependency.version());
        }
        if (LocalPath.isOne(repository)) {
            Chart local = loader.load(LocalPath.of(repository, chart));
            return newest(
                    dependency,
                    constraint,
                    List.of(Version.parse(local.metadata().version())));
        }
        if (OciReference.isOne(repository)) {
            return Version.tryParse(dependency.version()).isPresent()
                    ? Optional.of(dependency.version())
                    : newest(dependency, constraint, sources.versions(dependency.name(), repository));
        }
        List<Version> versions = sources.versions(dependency.name(), repository);
        if (versions.isEmpty()) {
            throw new DecsException(dependency.name() + " chart not found in repo " + repository);
        }
        return newest(dependency, constraint, versions);
    }

    private Optional<String> newest(Dependency dependency, Constraint constraint, List<Version> versions) {
        Optional<String> found =
                versions.stream().filter(constraint::check).findFirst().map(Version::original);
        if (found.isEmpty()) {
            String text = "\"" + dependency.name() + "\" (repository \"" + dependency.repository() + "\", version \""
                    + dependency.version() + "\")";
            missing.add(text);
            String near = versions.stream()
                    .limit(SHOWN_VERSIONS)
                    .map(Version::original)
                    .collect(Collectors.joining(", "));
            problems.add(Problem.of(text).withHint("the newest of its " + versions.size() + " versions: " + near));
        }
        return found;
    }
}
