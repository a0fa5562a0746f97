package decs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import decs.cli.frame.Console;
import decs.template.language.Host;
import decs.template.yaml.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The commands of Helm's own tests that concern charts and their servers, each with the output that Helm expects. */
class HelmTestdataTest {
    private static final Path DATA =
            Path.of("../../shared/helm-testdata/cmd").toAbsolutePath().normalize();
    private static final Set<String> VERBS = Set.of("search repo", "dependency list", "lint");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private record Run(int code, String text) {}

    private static Run run(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Console console =
                new Console(stream, stream, InputStream.nullInputStream(), Host.system(), DATA.getParent(), false);
        int code = Main.run(words.toArray(String[]::new), console);
        // what decs adds to an error stands behind a blank line
        String text = out.toString(StandardCharsets.UTF_8);
        int more = text.startsWith("Error: ") ? text.indexOf("\n\n") : -1;
        return new Run(code, more < 0 ? text : text.substring(0, more + 1));
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>(List.of("helm"));
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            String text = word.group(1) != null ? word.group(1) : word.group(2);
            words.add(text.replace("testdata/", DATA + "/"));
        }
        return words;
    }

    @TestFactory
    Stream<DynamicTest> commandsGiveWhatHelmExpects() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no ../shared/helm-testdata");
        Map<String, DynamicTest> tests = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DATA.resolve("commands.jsonl"))) {
            Map<?, ?> entry = (Map<?, ?>) Json.read(line);
            String command = String.valueOf(entry.get("command"));
            if (VERBS.stream().noneMatch(verb -> command.startsWith(verb + " "))) {
                continue;
            }
            String want = Files.readString(DATA.resolve(String.valueOf(entry.get("golden"))));
            boolean fails = Boolean.TRUE.equals(entry.get("wantError"));
            tests.put(command, DynamicTest.dynamicTest(command, () -> check(command, want, fails)));
        }
        return tests.values().stream();
    }

    private static void check(String command, String want, boolean fails) {
        List<String> words = words(command);
        if (command.startsWith("search")) {
            words.add("--repository-config=" + DATA.resolve("helmhome/helm/repositories.yaml"));
            words.add("--repository-cache=" + DATA.resolve("helmhome/helm/repository"));
        }
        Run run = run(words);
        assertEquals(want.strip(), run.text().replace(DATA + "/", "testdata/").strip());
        assertEquals(fails, run.code() != 0);
    }

    @Test
    void provenanceOfHelmsTestChartIsAccepted() {
        assumeTrue(Files.isDirectory(DATA), "no ../shared/helm-testdata");
        for (String ring : new String[] {"cmd/helm-test-key.pub", "provenance/helm-mixed-keyring.pub"}) {
            Run run = run(List.of(
                    "helm",
                    "verify",
                    DATA.resolve("testcharts/signtest-0.1.0.tgz").toString(),
                    "--keyring",
                    DATA.getParent().resolve(ring).toString()));
            assertEquals(0, run.code(), run.text());
            assertTrue(run.text().contains("Using Key With Fingerprint: 5E615389B53CA37F0EE60BD3843BBF981FC18762"));
        }
    }
}
