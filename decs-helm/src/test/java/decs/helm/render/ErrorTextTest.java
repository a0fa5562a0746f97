package decs.helm.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.template.source.ProblemPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Failures as they are printed, one text archive each: a chart's files, under {@code -- message --} what Helm 4.3 prints
 * behind {@code Error: }, under {@code -- problem --} what decs adds. {@code -Dgolden=update} writes the latter anew.
 */
class ErrorTextTest {
    private static final Path CASES = Path.of("src/test/resources/decs/helm/render/errors");
    private static final ChartRenderer RENDERER = new ChartRenderer();

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatHelmSaysAndWhereItIs(Path file) throws IOException {
        Map<String, String> parts = parts(Files.readString(file));
        DecsException failed = assertThrows(DecsException.class, () -> render(parts));
        String problem = ProblemPrinter.print(failed.problems());
        if ("update".equals(System.getProperty("golden"))) {
            parts.put("problem", problem);
            Files.writeString(file, text(parts));
        }
        assertEquals(parts.get("message").strip(), failed.getMessage().strip());
        assertEquals(parts.get("problem"), problem);
    }

    private static void render(Map<String, String> parts) {
        List<ChartFile> files = new ArrayList<>();
        parts.forEach((name, text) -> {
            if (!name.equals("message") && !name.equals("problem")) {
                files.add(ChartFile.of(name, text));
            }
        });
        HelmVersion version = HelmVersion.V4;
        RENDERER.render(RenderRequest.of(
                new ChartLoader(version, Limits.defaults()).assemble(files),
                Map.of(),
                ReleaseInfo.install("rel", "ns"),
                version));
    }

    private static Map<String, String> parts(String archive) {
        Map<String, String> parts = new LinkedHashMap<>();
        String name = null;
        for (String line : archive.split("(?<=\n)", -1)) {
            if (line.startsWith("-- ") && line.endsWith(" --\n")) {
                name = line.substring(3, line.length() - 4);
                parts.put(name, "");
            } else if (name != null) {
                parts.merge(name, line, String::concat);
            }
        }
        return parts;
    }

    private static String text(Map<String, String> parts) {
        StringBuilder out = new StringBuilder("helm v4.3.1\n");
        parts.forEach(
                (name, text) -> out.append("-- ").append(name).append(" --\n").append(text));
        return out.toString();
    }
}
