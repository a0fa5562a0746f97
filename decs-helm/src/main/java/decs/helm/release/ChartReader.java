package decs.helm.release;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartLock;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.HelmVersion;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chart from the JSON of a release record. */
final class ChartReader {
    private ChartReader() {}

    static Chart chart(JsonTree tree) {
        Object values = tree.take("values");
        Optional<ChartFile> schema = Optional.ofNullable(tree.take("schema"))
                .map(data -> new ChartFile("values.schema.json", bytes(data), time(tree.text("schemamodtime"))));
        return new Chart(
                metadata(tree.take("metadata")),
                lock(tree.object("lock")),
                new ValueMap(JsonTree.map(values)),
                values == null ? Optional.empty() : Optional.of(Source.of("values.yaml", "")),
                schema,
                time(tree.text("modtime")),
                files(tree.objects("templates")),
                files(tree.objects("files")),
                List.of());
    }

    static ChartMetadata metadata(Object tree) {
        return new ChartYaml(HelmVersion.V4).readTree(tree == null ? Map.of() : tree);
    }

    private static Optional<ChartLock> lock(JsonTree tree) {
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        ChartMetadata dependencies = metadata(Map.of("dependencies", JsonTree.list(tree.take("dependencies"))));
        return Optional.of(new ChartLock(tree.text("generated"), tree.text("digest"), dependencies.dependencies()));
    }

    private static List<ChartFile> files(List<JsonTree> files) {
        return files.stream()
                .map(file -> new ChartFile(file.text("name"), bytes(file.take("data")), time(file.text("modtime"))))
                .toList();
    }

    private static Instant time(String text) {
        return RecordTime.read(text).map(OffsetDateTime::toInstant).orElse(ChartFile.NO_TIME);
    }

    private static byte[] bytes(Object data) {
        return data instanceof String text ? Base64.getDecoder().decode(text) : new byte[0];
    }
}
