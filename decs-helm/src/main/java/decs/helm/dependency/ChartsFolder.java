package decs.helm.dependency;

import decs.helm.archive.ChartLoader;
import decs.helm.archive.WholeFile;
import decs.helm.chart.Chart;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The charts/ folder of a chart: archives come in together once all of them are there, and those that no dependency names
 * any more go.
 *
 * <p>Mirrors: downloader.Manager.safeMoveDeps
 */
final class ChartsFolder {
    private final Path folder;
    private final ChartLoader loader;
    private final Map<String, byte[]> coming = new LinkedHashMap<>();

    ChartsFolder(Path chart, ChartLoader loader) {
        this.folder = chart.resolve("charts");
        this.loader = loader;
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new DecsException("\"" + folder + "\" is not a directory");
        }
    }

    Path path() {
        return folder;
    }

    void add(String fileName, byte[] archive) {
        coming.put(fileName, archive);
    }

    /** Writes what was added, then removes archives that are not wanted, but those of charts called {@code kept}. */
    void settle(Set<String> kept, Consumer<String> progress) {
        List<Path> before = archives();
        coming.forEach((name, archive) -> WholeFile.at(folder.resolve(name)).write(archive));
        progress.accept("Deleting outdated charts");
        for (Path archive : before) {
            if (!coming.containsKey(archive.getFileName().toString())) {
                remove(archive, kept, progress);
            }
        }
    }

    private void remove(Path archive, Set<String> kept, Consumer<String> progress) {
        try {
            Chart chart = loader.load(archive);
            if (!kept.contains(chart.name())) {
                Files.delete(archive);
            }
        } catch (DecsException unknown) {
            progress.accept("Could not verify " + archive + " for deletion: " + unknown.getMessage() + " (Skipping)");
        } catch (IOException failed) {
            throw new DecsException("cannot remove " + archive + ": " + failed.getMessage(), failed);
        }
    }

    private List<Path> archives() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> children = Files.list(folder)) {
                return new ArrayList<>(
                        children.filter(Files::isRegularFile).sorted().toList());
            }
        } catch (IOException failed) {
            throw new DecsException("cannot write " + folder + ": " + failed.getMessage(), failed);
        }
    }
}
