package decs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.cli.frame.Console;
import decs.template.language.Host;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Helm's release verbs against a cluster in a folder: each transcript holds commands ({@code $}), what they print, what
 * they print to standard error ({@code !}) and their exit status where it is not 0 ({@code =}); a backslash stands where
 * the last line has no end. {@code -Dgolden=update} writes them anew.
 */
class HelmTranscriptTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lifecycle.v3", "lifecycle.v4", "failures.v3", "failures.v4", "usage.v3", "usage.v4"})
    void verbsPrintWhatHelmPrints(String name) throws IOException, URISyntaxException {
        Path transcripts = resources();
        copy(transcripts.resolve("charts"), folder.resolve("charts"));
        String expected = Files.readString(transcripts.resolve(name + ".txt"));
        StringBuilder actual = new StringBuilder();
        for (String line : expected.split("\n", -1)) {
            if (line.startsWith("$ helm")) {
                actual.append(line).append('\n');
                run(line.substring("$ helm".length()).strip(), name.substring(name.length() - 1), actual);
            }
        }
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(Path.of("src/test/resources/decs/cli/helm", name + ".txt"), actual);
        }
        assertEquals(expected, actual.toString());
    }

    private void run(String words, String version, StringBuilder transcript) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> args = new ArrayList<>(List.of("helm", "--helm-version", version, "--local", "cluster"));
        if (!words.isEmpty()) {
            args.addAll(List.of(words.split(" ")));
        }
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                new Host(CLOCK, new Random(1), Map.of("HOME", folder.toString()), host -> ""),
                folder,
                false);
        int code = Main.run(args.toArray(String[]::new), console);
        String printed = out.toString(StandardCharsets.UTF_8);
        transcript.append(printed).append(printed.isEmpty() || printed.endsWith("\n") ? "" : "\\\n");
        String errors = err.toString(StandardCharsets.UTF_8);
        errors.lines().forEach(line -> transcript.append("! ").append(line).append('\n'));
        transcript.append(code == 0 ? "" : "= " + code + "\n");
    }

    private static Path resources() throws URISyntaxException {
        URI place =
                HelmTranscriptTest.class.getResource("helm/lifecycle.v4.txt").toURI();
        return Path.of(place).getParent();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
