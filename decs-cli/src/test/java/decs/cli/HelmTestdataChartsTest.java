package decs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import decs.cli.frame.Console;
import decs.helm.archive.Digests;
import decs.template.language.Host;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What Helm 3 and 4 print of every chart and archive of Helm's own tests: lint, show, dependency list, template. */
class HelmTestdataChartsTest {
    private static final Path DATA =
            Path.of("../../shared/helm-testdata").toAbsolutePath().normalize();

    /** Helm 3 names the charts below an aliased chart by its own name, so that those of two aliases are one. */
    private static final Set<String> DIFFERENT =
            Set.of("helm3 template x chart/v2/util/chart-with-dependency-aliased-twice");

    private record Recorded(String helm, String verb, String chart, String code, String digest, String error) {
        static Recorded of(String line) {
            String[] cells = line.split("\t", -1);
            return new Recorded(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        }

        String name() {
            return "helm" + helm + " " + verb + " " + chart;
        }
    }

    @TestFactory
    Stream<DynamicTest> chartsAreWhatHelmMakesOfThem() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no ../shared/helm-testdata");
        List<Recorded> rows;
        try (InputStream table = HelmTestdataChartsTest.class.getResourceAsStream("chart/helm-testdata.tsv")) {
            rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Recorded::of)
                    .toList();
        }
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
    }

    private static void check(Recorded row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Host system = Host.system();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                new Host(system.clock(), new Random(1), Map.of("HOME", "/nowhere"), system.resolve()),
                DATA,
                false);
        List<String> words = new ArrayList<>(List.of("helm"));
        words.addAll(List.of(row.verb().split(" ")));
        words.addAll(List.of(row.chart(), "--helm-version", row.helm()));
        String code = String.valueOf(Main.run(words.toArray(String[]::new), console));
        String error = err.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Error: "))
                .findFirst()
                .orElse("");
        String text = out.toString(StandardCharsets.UTF_8).replace(DATA + "/", "");
        String digest = Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        List<String> wanted = List.of(row.code(), row.digest(), row.error());
        List<String> given = List.of(code, digest, error.replace(DATA + "/", ""));
        if (DIFFERENT.contains(row.name())) {
            assertNotEquals(wanted, given, "no longer different");
            return;
        }
        assertEquals(wanted, given, () -> text + err.toString(StandardCharsets.UTF_8));
    }
}
