package decs.helm.release;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartLock;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.Dependency;
import decs.helm.chart.Maintainer;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
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
                metadata(tree.object("metadata")),
                lock(tree.object("lock")),
                new ValueMap(JsonTree.map(values)),
                values == null ? Optional.empty() : Optional.of(Source.of("values.yaml", "")),
                schema,
                time(tree.text("modtime")),
                files(tree.objects("templates")),
                files(tree.objects("files")),
                List.of());
    }

    static ChartMetadata metadata(JsonTree tree) {
        return new ChartMetadata(
                tree.text("name"),
                tree.text("home"),
                tree.texts("sources"),
                tree.text("version"),
                tree.text("description"),
                tree.texts("keywords"),
                tree.objects("maintainers").stream()
                        .map(m -> new Maintainer(m.text("name"), m.text("email"), m.text("url")))
                        .toList(),
                tree.text("icon"),
                tree.text("apiVersion"),
                tree.text("condition"),
                tree.text("tags"),
                tree.text("appVersion"),
                tree.flag("deprecated"),
                texts(tree.map("annotations")),
                tree.text("kubeVersion"),
                tree.objects("dependencies").stream()
                        .map(ChartReader::dependency)
                        .toList(),
                tree.text("type"));
    }

    private static Dependency dependency(JsonTree tree) {
        return new Dependency(
                tree.text("name"),
                tree.text("version"),
                tree.text("repository"),
                tree.text("condition"),
                tree.texts("tags"),
                tree.flag("enabled"),
                JsonTree.list(tree.take("import-values")).stream()
                        .filter(value -> value != null)
                        .toList(),
                tree.text("alias"));
    }

    private static Optional<ChartLock> lock(JsonTree tree) {
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ChartLock(
                tree.text("generated"),
                tree.text("digest"),
                tree.objects("dependencies").stream()
                        .map(ChartReader::dependency)
                        .toList()));
    }

    private static List<ChartFile> files(List<JsonTree> files) {
        return files.stream()
                .map(file -> new ChartFile(file.text("name"), bytes(file.take("data")), time(file.text("modtime"))))
                .toList();
    }

    private static Map<String, String> texts(Map<String, Object> map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }

    private static Instant time(String text) {
        return RecordTime.read(text).map(OffsetDateTime::toInstant).orElse(ChartFile.NO_TIME);
    }

    private static byte[] bytes(Object data) {
        return data instanceof String text ? Base64.getDecoder().decode(text) : new byte[0];
    }
}
