package decs.helm.archive;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.HelmVersion;
import decs.template.gofmt.GoString;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import decs.template.yaml.YamlException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A chart to a .tgz, its members in the order in which {@code helm package} writes them. The same chart gives the same
 * bytes: times are those of the chart's files, or one given time for all.
 *
 * <p>Mirrors: chartutil.Save
 */
public final class ChartPackage {
    private static final int MODE = 0100644;

    private final HelmVersion version;
    private final Optional<Instant> time;

    /** A packer; {@code time} stamps every member, as {@code SOURCE_DATE_EPOCH} does. */
    public ChartPackage(HelmVersion version, Optional<Instant> time) {
        this.version = Objects.requireNonNull(version, "version");
        this.time = Objects.requireNonNull(time, "time");
    }

    /** The name of the archive of {@code chart}: {@code name-version.tgz}. */
    public static String fileName(Chart chart) {
        return chart.name() + "-" + chart.metadata().version() + ".tgz";
    }

    /** Writes the archive into {@code folder} (made when missing) and returns its path; never half a file. */
    public Path save(Chart chart, Path folder) {
        byte[] bytes = bytes(chart);
        Path target = folder.resolve(fileName(chart));
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".package", ".tgz");
            Files.write(draft, bytes);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException failed) {
            throw new ChartException("failed to save: " + failed.getMessage(), List.of(), failed);
        }
    }

    /** The archive. */
    public byte[] bytes(Chart chart) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            add(tar, chart, "");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return GzipText.compress(out.toByteArray());
    }

    private void add(TarArchiveOutputStream tar, Chart chart, String above) throws IOException {
        String base = above + chart.name() + "/";
        Instant changed = chart.modified();
        boolean v1 = chart.metadata().apiVersion().equals("v1");
        ChartMetadata metadata = v1 ? chart.metadata().withDependencies(List.of()) : chart.metadata();
        put(tar, base + "Chart.yaml", GoString.bytes(Yaml.write(ChartYaml.tree(metadata))), changed);
        if (!v1 && chart.lock().isPresent()) {
            put(
                    tar,
                    base + "Chart.lock",
                    GoString.bytes(Yaml.write(ChartYaml.tree(chart.lock().get()))),
                    changed);
        }
        if (chart.valuesSource().isPresent()) {
            put(
                    tar,
                    base + "values.yaml",
                    GoString.bytes(chart.valuesSource().get().text()),
                    changed);
        }
        if (chart.schema().isPresent()) {
            checkJson(chart.schema().get());
            put(tar, base, chart.schema().get());
        }
        for (ChartFile template : chart.templates()) {
            put(tar, base, template);
        }
        for (ChartFile file : chart.files()) {
            put(tar, base, file);
        }
        for (Chart subchart : chart.subcharts()) {
            add(tar, subchart, base + "charts/");
        }
    }

    private void checkJson(ChartFile schema) {
        try {
            Json.read(schema.text());
        } catch (YamlException broken) {
            String text = version == HelmVersion.V3
                    ? "failed to save: Invalid JSON in values.schema.json"
                    : "failed to save: invalid JSON in values.schema.json";
            throw new ChartException(text, broken.problems(), broken);
        }
    }

    private void put(TarArchiveOutputStream tar, String base, ChartFile file) throws IOException {
        put(tar, base + file.name(), file.data(), file.modified());
    }

    private void put(TarArchiveOutputStream tar, String name, byte[] data, Instant modified) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(data.length);
        entry.setMode(MODE);
        Instant stamp = time.orElse(modified);
        entry.setModTime(Math.max(0, stamp.getEpochSecond()) * 1000);
        entry.setIds(0, 0);
        entry.setNames("", "");
        tar.putArchiveEntry(entry);
        tar.write(data);
        tar.closeArchiveEntry();
    }
}
