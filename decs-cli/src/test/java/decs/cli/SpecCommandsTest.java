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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What commands print of specs and of unit tests, one text archive a case: the files, a command line in
 * {@code -- args --} (one argument a line), perhaps variables in {@code -- env --}, and what is wanted: {@code want.out},
 * {@code want.err}, {@code want.exit}, and files as they are afterwards, {@code want.file NAME}. The first line says which
 * program wrote the expectation. {@code -Dgolden=update} writes what decs prints.
 */
class SpecCommandsTest {
    private static final Path CASES = Path.of("src/test/resources/decs/cli");
    private static final Pattern TIME = Pattern.compile("(?m)^( *Time: +).*$");
    private static final String FILE = "want.file ";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> specs() throws IOException {
        return cases("spec");
    }

    @TestFactory
    Stream<DynamicTest> unitTests() throws IOException {
        return cases("unittest");
    }

    private Stream<DynamicTest> cases(String topic) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(topic))) {
            List<Path> cases = files.sorted().toList();
            return cases.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
        }
    }

    private void run(Path file) throws IOException {
        Case given = Case.parse(Files.readString(file));
        Path place = Files.createDirectories(folder.resolve(file.getFileName().toString()));
        for (Map.Entry<String, String> each : given.files().entrySet()) {
            Path target = place.resolve(each.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, each.getValue());
        }
        Case got = given.with(execute(given, place));
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(file, got.print());
            return;
        }
        assertEquals(given.print(), got.print());
    }

    private static Map<String, String> execute(Case given, Path place) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
        environment.put("HOME", place.toString());
        given.section("env").lines().map(line -> line.split("=", 2)).forEach(pair -> environment.put(pair[0], pair[1]));
        Host host = Host.system();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(given.section("stdin").getBytes(StandardCharsets.UTF_8)),
                new Host(host.clock(), host.random(), environment, host.resolve()),
                place,
                false);
        int exit = Main.run(given.section("args").lines().toArray(String[]::new), console);
        Map<String, String> results = new LinkedHashMap<>();
        results.put("want.out", text(out, place));
        results.put("want.err", text(err, place));
        results.put("want.exit", exit + "\n");
        for (String name : given.sections().keySet()) {
            if (name.startsWith(FILE)) {
                results.put(name, Files.readString(place.resolve(name.substring(FILE.length()))));
            }
        }
        return results;
    }

    private static String text(ByteArrayOutputStream bytes, Path place) {
        String text = bytes.toString(StandardCharsets.UTF_8).replace(place.toString(), "$PLACE");
        text = TIME.matcher(text).replaceAll("$1a moment");
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    /** A case: its comment and its sections in order. */
    private record Case(String comment, Map<String, String> sections) {
        private static final List<String> OWN = List.of("args", "env", "stdin", "want.out", "want.err", "want.exit");

        static Case parse(String text) {
            Map<String, StringBuilder> sections = new LinkedHashMap<>();
            StringBuilder comment = new StringBuilder();
            StringBuilder current = comment;
            for (String line : text.split("(?<=\n)")) {
                String trimmed = line.strip();
                if (trimmed.startsWith("-- ") && trimmed.endsWith(" --")) {
                    current = new StringBuilder();
                    sections.put(trimmed.substring(3, trimmed.length() - 3), current);
                } else {
                    current.append(line);
                }
            }
            Map<String, String> texts = new LinkedHashMap<>();
            sections.forEach((name, body) -> texts.put(name, body.toString()));
            return new Case(comment.toString(), texts);
        }

        String section(String name) {
            return sections.getOrDefault(name, "");
        }

        Map<String, String> files() {
            Map<String, String> files = new LinkedHashMap<>(sections);
            OWN.forEach(files::remove);
            files.keySet().removeIf(name -> name.startsWith(FILE));
            return files;
        }

        Case with(Map<String, String> results) {
            Map<String, String> all = new LinkedHashMap<>(sections);
            results.forEach((name, text) -> {
                if (!text.isEmpty() || sections.containsKey(name)) {
                    all.put(name, text);
                }
            });
            return new Case(comment, all);
        }

        String print() {
            List<String> parts = new ArrayList<>(List.of(comment));
            sections.forEach((name, text) -> parts.add("-- " + name + " --\n" + text));
            return String.join("", parts);
        }
    }
}
