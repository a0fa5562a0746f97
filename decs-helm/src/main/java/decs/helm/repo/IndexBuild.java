package decs.helm.repo;

import decs.helm.archive.ChartLoader;
import decs.helm.archive.Digests;
import decs.helm.archive.WholeFile;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.FieldJson;
import decs.template.gofmt.GoTime;
import decs.template.gofmt.GoZone;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code helm repo index}: the index.yaml of a folder of archives. */
public final class IndexBuild {
    private final ChartLoader loader;
    private final Clock clock;
    private final Consumer<String> warnings;

    public IndexBuild(ChartLoader loader, Clock clock, Consumer<String> warnings) {
        this.loader = loader;
        this.clock = clock;
        this.warnings = warnings;
    }

    /**
     * What to index.
     *
     * @param url where the folder is served; empty makes the addresses relative
     * @param merge an index whose versions are kept where the folder has none like them
     */
    public record Order(Path folder, String url, Optional<Path> merge, boolean json) {}

    /** Writes index.yaml into the folder, whole, and returns its path. */
    public Path write(Order order) {
        Map<String, List<ChartVersion>> entries = new TreeMap<>();
        for (Path archive : archives(order.folder())) {
            ChartMetadata metadata = loader.load(archive).metadata();
            String below = order.folder().relativize(archive).toString().replace('\\', '/');
            String url = order.url().isEmpty()
                    ? below
                    : IndexFetch.resolve(order.url(), below).toString();
            add(
                    entries,
                    new ChartVersion(
                            metadata, Version.parse(metadata.version()), List.of(url), Digests.sha256(archive), now()));
        }
        order.merge().ifPresent(old -> merge(entries, old));
        ValueMap index = tree(entries);
        String text = order.json() ? FieldJson.writeIndented(index) : Yaml.write(index);
        Path target = order.folder().resolve("index.yaml");
        WholeFile.at(target).write(text.getBytes(StandardCharsets.UTF_8));
        return target;
    }

    private void merge(Map<String, List<ChartVersion>> entries, Path old) {
        if (!Files.exists(old)) {
            return;
        }
        RepositoryIndex.open("", old.toString(), old, warnings).all().values().stream()
                .flatMap(Collection::stream)
                .forEach(version -> add(entries, version));
    }

    private static void add(Map<String, List<ChartVersion>> entries, ChartVersion version) {
        List<ChartVersion> versions = entries.computeIfAbsent(version.name(), name -> new ArrayList<>());
        boolean there = versions.stream()
                .anyMatch(v -> v.version().original().equals(version.version().original()));
        if (!there) {
            versions.add(version);
        }
    }

    private static List<Path> archives(Path folder) {
        List<Path> archives = new ArrayList<>();
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> sorted = children.sorted().toList();
            sorted.stream().filter(IndexBuild::isArchive).forEach(archives::add);
            for (Path child : sorted) {
                if (Files.isDirectory(child)) {
                    try (Stream<Path> below = Files.list(child)) {
                        below.filter(IndexBuild::isArchive).sorted().forEach(archives::add);
                    }
                }
            }
            return archives;
        } catch (IOException unreadable) {
            throw new DecsException("open " + folder + ": no such file or directory", unreadable);
        }
    }

    private static boolean isArchive(Path file) {
        return file.getFileName().toString().endsWith(".tgz") && Files.isRegularFile(file);
    }

    private ValueMap tree(Map<String, List<ChartVersion>> entries) {
        ValueMap charts = new ValueMap();
        entries.forEach((name, versions) -> charts.put(
                name,
                versions.stream()
                        .sorted(RepositoryIndex.newestFirst())
                        .map(ChartVersion::entry)
                        .toList()));
        ValueMap index = new ValueMap();
        index.put("apiVersion", "v1");
        index.put("generated", now());
        index.put("entries", charts);
        return index;
    }

    private String now() {
        return String.valueOf(
                GoTime.of(clock.instant(), GoZone.local(clock.getZone())).jsonValue());
    }
}
