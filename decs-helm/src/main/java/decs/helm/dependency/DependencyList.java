package decs.helm.dependency;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.Dependency;
import decs.template.semver.Constraint;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code helm dependency list}: what a chart wants and what of it is there.
 *
 * <p>Mirrors: action.Dependency
 */
public final class DependencyList {
    private final ChartLoader loader;

    public DependencyList(ChartLoader loader) {
        this.loader = loader;
    }

    /** A dependency and how it stands: ok, unpacked, missing, wrong version, too many matches, corrupt, misnamed … */
    public record Entry(Dependency dependency, String status) {}

    /**
     * The dependencies of a chart.
     *
     * @param warnings what lies in charts/ and is not wanted
     */
    public record Listing(List<Entry> entries, List<String> warnings) {
        public Listing {
            entries = List.copyOf(entries);
            warnings = List.copyOf(warnings);
        }
    }

    /** The listing of the chart at {@code path}, a folder or an archive. */
    public Listing list(Path path) {
        if (!Files.exists(path)) {
            throw new DecsException("stat " + path + ": no such file or directory");
        }
        Chart chart = loader.load(path);
        List<Dependency> wanted = chart.metadata().dependencies();
        List<Entry> entries = wanted.stream()
                .map(dependency -> new Entry(dependency, status(path, dependency, chart)))
                .toList();
        return new Listing(entries, wanted.isEmpty() ? List.of() : strays(path, wanted));
    }

    private String status(Path path, Dependency dependency, Chart parent) {
        List<Path> archives = archives(path, dependency.name());
        if (archives.size() > 1) {
            archives = archives.stream()
                    .filter(archive -> isVersion(archive, dependency.name()))
                    .toList();
            if (archives.size() > 1) {
                return "too many matches";
            }
        }
        if (archives.size() == 1) {
            return ofArchive(archives.get(0), dependency);
        }
        Optional<Chart> there = parent.subcharts().stream()
                .filter(sub -> sub.name().equals(dependency.name()))
                .reduce((a, b) -> b);
        return there.map(sub -> version(sub, dependency, "unpacked")).orElse("missing");
    }

    private static boolean isVersion(Path archive, String name) {
        String file = archive.getFileName().toString();
        String version = file.substring(name.length() + 1, file.length() - ".tgz".length());
        try {
            Version.parseStrict(version);
            return true;
        } catch (DecsException none) {
            return false;
        }
    }

    private String ofArchive(Path archive, Dependency dependency) {
        Chart chart;
        try {
            chart = loader.load(archive);
        } catch (DecsException broken) {
            return "corrupt";
        }
        return chart.name().equals(dependency.name()) ? version(chart, dependency, "ok") : "misnamed";
    }

    private static String version(Chart chart, Dependency dependency, String right) {
        String version = chart.metadata().version();
        if (version.equals(dependency.version())) {
            return right;
        }
        Optional<Constraint> constraint = Constraint.tryParse(dependency.version());
        Optional<Version> parsed = Version.tryParse(version);
        if (constraint.isEmpty() || parsed.isEmpty()) {
            return "invalid version";
        }
        return constraint.get().check(parsed.get()) ? right : "wrong version";
    }

    private static List<Path> archives(Path chart, String name) {
        return children(chart).stream()
                .filter(file -> {
                    String text = file.getFileName().toString();
                    return text.startsWith(name + "-") && text.endsWith(".tgz");
                })
                .toList();
    }

    private static List<Path> children(Path chart) {
        Path folder = chart.resolve("charts");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException unreadable) {
            throw new DecsException("open " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private List<String> strays(Path path, List<Dependency> wanted) {
        List<String> warnings = new ArrayList<>();
        for (Path child : children(path)) {
            if (!Files.isDirectory(child) && !child.toString().endsWith(".tgz")) {
                continue;
            }
            try {
                String name = loader.load(child).name();
                if (wanted.stream().noneMatch(dependency -> dependency.name().equals(name))) {
                    warnings.add("WARNING: \"" + child + "\" is not in Chart.yaml.");
                }
            } catch (DecsException noChart) {
                warnings.add("WARNING: \"" + child + "\" is not a chart.");
            }
        }
        return warnings;
    }
}
