package decs.helm.archive;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A packed chart into a folder of its own: first under another name, which is changed when everything is there, so that
 * nothing half unpacked is left and nothing that was there before is touched.
 *
 * <p>Mirrors: chartutil.Expand, and refuses more
 */
public final class ChartExpansion {
    private final ChartLoader loader;

    public ChartExpansion(ChartLoader loader) {
        this.loader = loader;
    }

    /**
     * Unpacks into {@code folder/NAME} and returns that path.
     *
     * @throws ChartException when there is something at that path, or the archive is not to be trusted
     */
    public Path expand(byte[] archive, Path folder) {
        List<ChartFile> files = loader.files(archive);
        Chart chart = loader.assemble(files);
        Path target = folder.resolve(chart.name()).normalize();
        if (!folder.normalize().equals(target.getParent())
                && !folder.normalize().toString().isEmpty()) {
            throw new ChartException("chart name \"" + chart.name() + "\" is not the name of a folder");
        }
        refuseToReplace(target);
        try {
            Files.createDirectories(folder.toAbsolutePath());
            Path draft = Files.createTempDirectory(folder.toAbsolutePath(), ".unpack");
            try {
                for (ChartFile file : files) {
                    write(draft, file);
                }
                refuseToReplace(target);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                remove(draft);
            }
            return target;
        } catch (IOException failed) {
            throw new ChartException("failed to untar: " + failed, List.of(), failed);
        }
    }

    /** Unpacks into {@code folder/NAME}, for who looks for what is wrong with the files: only the name is read. */
    public Path unpack(byte[] archive, Path folder) {
        List<ChartFile> files = loader.files(archive);
        ChartFile metadata = files.stream()
                .filter(file -> file.name().equals("Chart.yaml"))
                .findFirst()
                .orElseThrow(() -> new ChartException("chart.yaml not found"));
        String name = String.valueOf(
                Yaml.read(Source.of("Chart.yaml", metadata.text())) instanceof Map<?, ?> map ? map.get("name") : "");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new ChartException("chart name \"" + name + "\" is not the name of a folder");
        }
        try {
            for (ChartFile file : files) {
                write(folder.resolve(name), file);
            }
            return folder.resolve(name);
        } catch (IOException failed) {
            throw new ChartException("failed to untar: " + failed, List.of(), failed);
        }
    }

    private static void refuseToReplace(Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new ChartException(
                    "failed to untar: a file or directory with the name " + target + " already exists");
        }
    }

    private static void write(Path draft, ChartFile file) throws IOException {
        Path path = draft.resolve(file.name()).normalize();
        if (!path.startsWith(draft)) {
            throw new ChartException("chart illegally references parent directory");
        }
        Files.createDirectories(path.getParent());
        Files.write(path, file.data());
    }

    private static void remove(Path draft) throws IOException {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> all = Files.walk(draft)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
