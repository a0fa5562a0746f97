package decs.helm.storage;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.release.Hook;
import decs.helm.release.Release;
import decs.template.source.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a record is made of, for the message that it is too large. */
final class RecordSize {
    private static final int SHOWN = 8;

    private RecordSize() {}

    private record Part(String name, long bytes) {}

    static StorageException tooLarge(Release release, RecordKind kind, int bytes) {
        StringBuilder hint = new StringBuilder("the record of this release has ")
                .append(bytes)
                .append(" bytes, packed, and the API server takes ")
                .append(RecordKind.MOST_BYTES)
                .append(". Its largest parts, unpacked:");
        for (Part part : largest(release)) {
            hint.append("\n    ").append(part.bytes()).append("  ").append(part.name());
        }
        hint.append("\n  Keep what templates do not read out of the chart (.helmignore), or split the chart.");
        return new StorageException(
                StorageException.Reason.TOO_LARGE,
                Problem.of(kind.tooLarge(release.key())).withHint(hint.toString()),
                null);
    }

    private static List<Part> largest(Release release) {
        List<Part> parts = new ArrayList<>();
        Chart chart = release.chart().chart();
        Stream.concat(chart.templates().stream(), chart.files().stream())
                .map(file -> new Part(file.name(), file.data().length))
                .forEach(parts::add);
        chart.schema().map(ChartFile::data).ifPresent(data -> parts.add(new Part("values.schema.json", data.length)));
        parts.add(new Part("the rendered manifests", length(release.manifest())));
        parts.add(new Part(
                "the rendered hooks",
                release.hooks().stream()
                        .map(Hook::definition)
                        .mapToLong(hook -> length(hook.text()))
                        .sum()));
        parts.add(new Part("the notes", length(release.state().notes())));
        return parts.stream()
                .sorted(Comparator.comparingLong(Part::bytes).reversed())
                .limit(SHOWN)
                .filter(part -> part.bytes() > 0)
                .toList();
    }

    private static long length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
