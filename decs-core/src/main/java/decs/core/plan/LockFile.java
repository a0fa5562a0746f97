package decs.core.plan;

import decs.core.load.State;
import decs.core.spec.Fields;
import decs.helm.archive.WholeFile;
import decs.helm.chart.ChartLock;
import decs.helm.chart.Dependency;
import decs.template.gofmt.GoString;
import decs.template.semver.Constraint;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The versions that {@code deps} has written down for the remote charts of a state file.
 *
 * @param charts chart names and versions, in the order of the file
 */
public record LockFile(List<Locked> charts) {
    /** The helmfile whose lock files these are. */
    private static final String WRITTEN_BY = "1.7.4";

    public LockFile {
        charts = List.copyOf(charts);
    }

    /** One chart at one version. */
    public record Locked(String name, String version) {}

    /** The lock file of a state file; empty when there is none. */
    static Optional<LockFile> of(State state) {
        Path file = path(state);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Object tree = Yaml.readV3(Source.of(file.getFileName().toString(), Files.readString(file)));
            List<Locked> charts = new ArrayList<>();
            if (tree instanceof Map<?, ?> map && map.get("dependencies") instanceof List<?> entries) {
                for (Object entry : entries) {
                    if (entry instanceof Map<?, ?> chart) {
                        charts.add(new Locked(String.valueOf(chart.get("name")), String.valueOf(chart.get("version"))));
                    }
                }
            }
            return Optional.of(new LockFile(charts));
        } catch (IOException unreadable) {
            throw new DecsException("open " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static Path path(State state) {
        String given = state.spec().text("lockFilePath");
        String base = state.file().name().replaceFirst("\\.gotmpl$", "").replaceFirst("\\.ya?ml$", "");
        return state.file()
                .folder()
                .resolve(given.isEmpty() ? base + ".lock" : given)
                .normalize();
    }

    /** The release at its locked version, if its chart is one of a known repository. */
    Fields applied(Fields release, Set<String> repositories) {
        String chart = release.text("chart");
        int slash = chart.indexOf('/');
        if (slash <= 0 || !repositories.contains(chart.substring(0, slash))) {
            return release;
        }
        String name = chart.substring(chart.lastIndexOf('/') + 1);
        String wanted = release.text("version");
        return charts.stream()
                .filter(locked -> locked.name().equals(name) && fits(wanted, locked.version()))
                .findFirst()
                .map(locked -> release.with("version", locked.version()))
                .orElseThrow(() -> new DecsException("[no resolved dependency found for \"" + name
                        + "\", running \"helmfile deps\" may resolve the issue]"));
    }

    private static boolean fits(String wanted, String version) {
        return wanted.isEmpty()
                || wanted.equals(version)
                || Constraint.tryParse(wanted)
                        .flatMap(constraint -> Version.tryParse(version).map(constraint::check))
                        .orElse(false);
    }

    /** Writes what was resolved beside the state file, sorted by name, each chart and version once. */
    public static void write(State state, ChartLock lock) {
        List<Dependency> sorted = new ArrayList<>(lock.dependencies());
        sorted.sort(Comparator.comparing(Dependency::name));
        Set<String> seen = new HashSet<>();
        List<Object> entries = new ArrayList<>();
        for (Dependency dependency : sorted) {
            if (seen.add(dependency.name() + " " + dependency.version() + " " + dependency.repository())) {
                ValueMap entry = new ValueMap();
                entry.put("name", dependency.name());
                entry.put("repository", dependency.repository());
                entry.put("version", dependency.version());
                entries.add(entry);
            }
        }
        StringBuilder text = new StringBuilder("version: " + WRITTEN_BY + "\n");
        ValueMap charts = new ValueMap();
        charts.put("dependencies", entries);
        text.append(Yaml.writeV3(charts));
        text.append("digest: ").append(lock.digest()).append('\n');
        text.append("generated: \"").append(lock.generated()).append("\"\n");
        WholeFile.at(path(state)).write(GoString.bytes(text.toString()));
    }
}
