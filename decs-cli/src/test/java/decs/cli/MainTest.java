package decs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.template.language.Host;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
}
