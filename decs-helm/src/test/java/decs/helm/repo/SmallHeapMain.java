package decs.helm.repo;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reads what it is given, one chart or repository a word, and prints what became of each: run with a small heap. */
final class SmallHeapMain {
    private SmallHeapMain() {}

    public static void main(String[] args) throws IOException {
        Path cache = Files.createTempDirectory("small-heap");
        StringBuilder out = new StringBuilder();
        for (String word : args) {
            out.append(word.substring(word.lastIndexOf('/') + 1)).append(": ");
            try {
                out.append(word.startsWith("http") ? fetched(word, cache) : loaded(Path.of(word)));
            } catch (DecsException refused) {
                out.append("refused, ").append(deepest(refused));
            } catch (OutOfMemoryError full) {
                out.append("OUT OF MEMORY");
            }
            out.append('\n');
        }
        System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    private static String deepest(DecsException refused) {
        return refused.problems().isEmpty()
                ? refused.getMessage()
                : refused.problems().get(0).message();
    }

    private static String loaded(Path path) {
        return "read "
                + new ChartLoader(HelmVersion.V4, Limits.defaults()).load(path).name();
    }

    private static String fetched(String url, Path cache) {
        SourceSettings settings = new SourceSettings(List.of(), cache, true, 0, Duration.ofMinutes(1), false);
        ChartSources sources = new ChartSources(settings, new ChartLoader(HelmVersion.V4, Limits.defaults()));
        return "found "
                + sources.index(Repository.of("", url))
                        .find("wanted", "", false)
                        .version()
                        .original();
    }
}
