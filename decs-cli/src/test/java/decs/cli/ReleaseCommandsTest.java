package decs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.cli.frame.Console;
import decs.template.language.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole stories on a cluster kept in a folder: files, and commands with all that they print. {@code -Dgolden=update}
 * writes them anew.
 */
class ReleaseCommandsTest {
    private static final Path CASES = Path.of("src/test/resources/decs/cli/release");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
        }
    }

    /** A section of a story: a file, or a command with what it prints. */
    private record Section(String name, String text) {
        boolean isCommand() {
            return name.startsWith("$ ");
        }

        @Override
        public String toString() {
            return "-- " + name + " --\n" + text;
        }
    }

    private void play(Path file) throws IOException {
        String want = Files.readString(file);
        List<Section> sections = sections(want);
        Path place = Files.createDirectories(folder.resolve(file.getFileName().toString()));
        StringBuilder got = new StringBuilder(want.substring(0, want.indexOf("-- ")));
        for (Section section : sections) {
            if (section.isCommand()) {
                got.append(new Section(section.name(), run(section.name().substring(2), place)));
            } else {
                Path target = place.resolve(section.name());
                Files.createDirectories(target.getParent());
                Files.writeString(target, section.text());
                got.append(section);
            }
        }
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(file, got);
        } else {
            assertEquals(want, got.toString());
        }
    }

    private static List<Section> sections(String text) {
        List<Section> sections = new ArrayList<>();
        String name = "";
        StringBuilder body = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            if (line.startsWith("-- ") && line.endsWith(" --\n")) {
                if (!name.isEmpty()) {
                    sections.add(new Section(name, body.toString()));
                }
                name = line.substring(3, line.length() - 4);
                body.setLength(0);
            } else {
                body.append(line);
            }
        }
        sections.add(new Section(name, body.toString()));
        return sections;
    }

    /** Runs a command line; {@code < TEXT} at its end is what is typed. */
    private static String run(String line, Path place) {
        String[] parts = line.split(" < ", 2);
        List<String> words = new ArrayList<>(Arrays.asList(parts[0].split(" ")));
        words.addAll(List.of("--local", place.resolve("cluster").toString(), "--concurrency", "1"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Host system = Host.system();
        String typed = parts.length == 1 ? "" : parts[1].replace(' ', '\n') + "\n";
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new Host(system.clock(), system.random(), Map.of("NO_COLOR", "1"), system.resolve()),
                place,
                false);
        int exit = Main.run(words.toArray(String[]::new), console);
        return "exit " + exit + "\n" + text("", out, place) + text("! ", err, place);
    }

    private static String text(String mark, ByteArrayOutputStream bytes, Path place) {
        return bytes.toString(StandardCharsets.UTF_8)
                .replace(place.toString(), "$PLACE")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)? \\+0000 UTC", "\\$TIME")
                .replaceAll("LAST DEPLOYED: .*", "LAST DEPLOYED: \\$TIME")
                .replaceAll("(?m) +\\d+s$", " \\$DURATION")
                .lines()
                .map(each -> (mark + each).stripTrailing() + "\n")
                .reduce("", String::concat);
    }
}
