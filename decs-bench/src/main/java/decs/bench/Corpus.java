package decs.bench;

import decs.template.yaml.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The charts to measure with: those of {@code cases.jsonl} in a folder, or the charts of the example. */
final class Corpus {
    private static final Path EXAMPLE = Path.of("docs/examples/shop/charts");

    private Corpus() {}

    /** The cases in the folder that the system property {@code corpus} names, by default {@code ../shared/corpus}. */
    static List<Case> standard() {
        Path folder = Path.of(System.getProperty("corpus", "../shared/corpus"));
        return Files.exists(folder.resolve("cases.jsonl")) ? recorded(folder) : example();
    }

    /** The cases of {@code folder} that render and always give the same. */
    static List<Case> recorded(Path folder) {
        try (Stream<String> lines = Files.lines(folder.resolve("cases.jsonl"))) {
            return lines.map(Json::read)
                    .filter(line -> line instanceof Map<?, ?> map && "ok".equals(map.get("class")))
                    .map(line -> recorded(folder, (Map<?, ?>) line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case recorded(Path folder, Map<?, ?> line) {
        List<?> values = line.get("values") instanceof List<?> list ? list : List.of();
        return new Case(
                (String) line.get("id"),
                folder.resolve((String) line.get("chart")),
                values.stream()
                        .map(name -> folder.resolve((String) name).toString())
                        .toList());
    }

    private static List<Case> example() {
        try (Stream<Path> charts = Files.list(EXAMPLE)) {
            return charts.filter(chart -> Files.isDirectory(chart.resolve("templates")))
                    .map(chart -> new Case(chart.getFileName().toString(), chart, List.of()))
                    .filter(one -> !one.id().endsWith("-lib"))
                    .sorted(Comparator.comparing(Case::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
