package decs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.helm.archive.ChartLoader;
import decs.helm.archive.ChartPackage;
import decs.helm.chart.HelmVersion;
import decs.template.language.Host;
import decs.template.language.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                Host.system(),
                Path.of("").toAbsolutePath(),
                false);
        return Main.run(args, console);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void globalOptionsStandOnEitherSideOfTheVerb() {
        assertEquals(0, run("-e", "x", "--helm-version", "3", "version", "-o", "short"));
        assertEquals(0, run("version", "-o", "short", "-e", "x", "--helm-version=3"));
        assertEquals("0.1.0\n0.1.0\n", out());
    }

    @ParameterizedTest
    @CsvSource({
        "--bogus, unknown flag: --bogus",
        "verson, did you mean version?",
        "snc, unknown command \"snc\" for \"decs\""
    })
    void misuseIsNamedAndExitsAsHelmfile(String word, String want) {
        assertEquals(ExitCode.USAGE_OR_NO_MATCH, run(word));
        assertTrue(err().contains(want), err());
    }

    @Test
    void misspeltOptionNamesTheNearest() {
        assertEquals(ExitCode.USAGE_OR_NO_MATCH, run("version", "--outpt", "short"));
        assertEquals("unknown flag: --outpt\ndid you mean --output?\n", err());
    }

    @Test
    void helpIsPrintedForEveryNode() {
        assertEquals(0, run("--help"));
        assertTrue(out().contains("Commands:"), out());
        assertEquals(0, run("helm", "--help"));
        assertEquals(0, run());
    }

    private static final Path SHOP = Path.of("../docs/examples/shop").toAbsolutePath();

    @Test
    void aPackedChartRenders(@TempDir Path folder) {
        ChartLoader loader = new ChartLoader(HelmVersion.V4, Limits.defaults());
        Path archive = new ChartPackage(HelmVersion.V4, Optional.empty())
                .save(loader.load(SHOP.resolve("charts/service-lib")), folder);
        assertEquals(ExitCode.FAILED, run("helm", "template", "x", archive.toString()));
        assertTrue(err().contains("library charts are not installable"), err());
    }

    @ParameterizedTest
    @CsvSource({"staging, 3", "staging, 4", "production, 3", "production, 4"})
    void theExampleRendersAsRecorded(String environment, String helm) throws IOException {
        String file = SHOP.resolve("helmfile.yaml.gotmpl").toString();
        assertEquals(0, run("-f", file, "-e", environment, "--helm-version", helm, "template"), err());
        try (InputStream want = MainTest.class.getResourceAsStream("shop/" + environment + ".helm" + helm + ".yaml")) {
            assertEquals(new String(want.readAllBytes(), StandardCharsets.UTF_8), out());
        }
    }

    @Test
    void theExampleIsReleasedIntoAFolderOnce(@TempDir Path folder) throws IOException {
        String file = SHOP.resolve("helmfile.yaml.gotmpl").toString();
        String local = folder.toString();
        assertEquals(0, run("-f", file, "-e", "staging", "sync", "--local", local), err());
        List<String> released = files(folder);
        assertTrue(released.contains("shop-staging/secret.sh.helm.release.v1.orders.v1.yaml"), released.toString());
        assertEquals(0, run("-f", file, "-e", "staging", "apply", "--local", local, "--detailed-exitcode"), err());
        assertEquals(released, files(folder));
        assertEquals(0, run("-f", file, "-e", "staging", "destroy", "--local", local), err());
        assertTrue(files(folder).stream().noneMatch(name -> name.startsWith("shop-staging/deployment")), err());
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
