package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartYaml;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Charts as folders, for work that looks at files: a local chart is where it lies, any other is written into a folder of
 * its own that goes away with this object.
 */
final class ChartFolders implements AutoCloseable {
    private final Path root;

    ChartFolders() {
        try {
            root = Files.createTempDirectory("decs-charts");
        } catch (IOException failed) {
            throw new DecsException("no folder for temporary files: " + failed.getMessage(), failed);
        }
    }

    Path root() {
        return root;
    }

    /** The folder of a release's chart. */
    Path of(ResolvedRelease release, Chart chart) {
        ChartPlace place = ChartPlace.of(release);
        if (place.isFolder() && Files.exists(place.path().resolve("Chart.yaml"))) {
            return place.path();
        }
        String version = release.version().isEmpty() ? "latest" : release.version();
        Path folder = root.resolve(release.namespace())
                .resolve(release.kubeContext())
                .resolve(release.name())
                .resolve(chart.name())
                .resolve(version);
        write(chart, folder);
        return folder;
    }

    /** Writes a chart's files below {@code folder}. */
    static void write(Chart chart, Path folder) {
        write(folder, "Chart.yaml", GoString.bytes(Yaml.write(ChartYaml.tree(chart.metadata()))));
        chart.lock().ifPresent(lock -> write(folder, "Chart.lock", GoString.bytes(Yaml.write(ChartYaml.tree(lock)))));
        chart.valuesSource().ifPresent(values -> write(folder, "values.yaml", GoString.bytes(values.text())));
        chart.schema().ifPresent(schema -> write(folder, schema.name(), schema.data()));
        for (List<ChartFile> files : List.of(chart.templates(), chart.files())) {
            files.forEach(file -> write(folder, file.name(), file.data()));
        }
        for (Chart subchart : chart.subcharts()) {
            write(subchart, folder.resolve("charts").resolve(subchart.name()));
        }
    }

    private static void write(Path folder, String name, byte[] content) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new DecsException("a file of the chart leads out of it: " + name);
        }
        OutputPath.write(file, content);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new DecsException("cannot remove " + root + ": " + left.getMessage(), left);
        }
    }
}
