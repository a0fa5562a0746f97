package decs.helm.archive;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Loads charts from folders and archives, with their subcharts. Safe to call from many threads. */
public final class ChartLoader {
    private final HelmVersion version;
    private final Limits limits;
    private final Consumer<String> warnings;

    public ChartLoader(HelmVersion version, Limits limits) {
        this(version, limits, warning -> {});
    }

    /** A loader that tells {@code warnings} what Helm logs: links followed, files of older chart versions. */
    public ChartLoader(HelmVersion version, Limits limits, Consumer<String> warnings) {
        this.version = Objects.requireNonNull(version, "version");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.warnings = Objects.requireNonNull(warnings, "warnings");
    }

    /**
     * The chart in a folder or a .tgz file.
     *
     * @throws decs.template.source.DecsException with Helm's text
     */
    public Chart load(Path path) {
        if (Files.isDirectory(path)) {
            Path folder = path.toAbsolutePath().normalize();
            return assemble(new FolderReader(folder, budget(), warnings).read());
        }
        byte[] bytes = bytes(path);
        ArchiveKind.check(path, bytes);
        return loadArchive(new ByteArrayInputStream(bytes));
    }

    /** The files in an archive, named relative to the chart's folder. */
    List<ChartFile> files(byte[] archive) {
        return files(new ByteArrayInputStream(archive));
    }

    /** The chart in an archive; the stream is read to its end. */
    public Chart loadArchive(InputStream archive) {
        return assemble(files(archive));
    }

    private List<ChartFile> files(InputStream archive) {
        try {
            return new ArchiveReader(budget()).read(archive);
        } catch (ChartException refused) {
            if (version == HelmVersion.V3) {
                throw refused;
            }
            throw new ChartException("unable to load chart archive", reasons(refused), refused);
        }
    }

    /** The chart that these files make up, named relative to the chart's folder. */
    public Chart assemble(List<ChartFile> files) {
        Optional<ChartFile> chartYaml =
                files.stream().filter(file -> file.name().equals("Chart.yaml")).findFirst();
        if (version == HelmVersion.V4 && chartYaml.isEmpty()) {
            throw new ChartException("unable to detect chart version, no Chart.yaml found");
        }
        Chart chart = new ChartAssembler(version, limits, warnings).assemble(files, "");
        if (version == HelmVersion.V4) {
            checkApiVersion(chart.metadata().apiVersion());
        }
        return chart;
    }

    private static void checkApiVersion(String apiVersion) {
        switch (apiVersion) {
            case "v1", "v2" -> {}
            case "v3" ->
                throw ChartException.because(
                        "invalid chart apiVersion", "charts of apiVersion v3 are experimental and not supported");
            default ->
                throw ChartException.because(
                        "unsupported chart version", "apiVersion in Chart.yaml is " + apiVersion + ", not v1 or v2");
        }
    }

    private FileBudget budget() {
        return new FileBudget(limits, version);
    }

    private static byte[] bytes(Path path) {
        try {
            if (Files.size(path) > MemoryShare.bytes()) {
                throw ChartException.because(
                        "chart archive " + path + " is larger than " + MemoryShare.bytes() + " bytes",
                        "it takes more than half of the memory that this process may use: give it more with -Xmx");
            }
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new ChartException("open " + path + ": " + unreadable.getMessage(), List.of(), unreadable);
        }
    }

    private static List<Problem> reasons(ChartException refused) {
        return refused.problems().isEmpty() ? List.of(Problem.of(refused.getMessage())) : refused.problems();
    }
}
