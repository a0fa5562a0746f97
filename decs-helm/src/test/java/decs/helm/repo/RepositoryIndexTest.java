package decs.helm.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.template.source.DecsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // escapes show where lines end
class RepositoryIndexTest {
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    Path folder;

    private RepositoryIndex open(String text) throws IOException {
        Path file = folder.resolve("index.yaml");
        Files.writeString(file, text);
        return RepositoryIndex.open("mine", "https://charts.example.test", file, warnings::add);
    }

    private static Optional<IndexScan.Result> scan(String text) throws IOException {
        return IndexScan.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String version(String name, String version) {
        return "  - apiVersion: v2\n    name: " + name + "\n    version: " + version + "\n    urls: [" + name + "-"
                + version + ".tgz]\n";
    }

    private static final String TWO = "apiVersion: v1\nentries:\n  app:\n" + version("app", "1.0.0")
            + version("app", "2.0.0-rc.1") + version("app", "1.10.0") + "  web:\n" + version("web", "0.1.0")
            + "generated: \"2024-01-01T00:00:00Z\"\n";

    @ParameterizedTest
    @CsvSource({
        "app, '', false, 1.10.0",
        "app, '', true, 2.0.0-rc.1",
        "app, ~1.0, false, 1.0.0",
        "app, 2.0.0-rc.1, false, 2.0.0-rc.1",
        "app, '>=1 <3', false, 1.10.0",
        "web, '*', false, 0.1.0"
    })
    void findsTheNewestThatSatisfies(String chart, String wanted, boolean devel, String found) throws IOException {
        assertEquals(found, open(TWO).find(chart, wanted, devel).version().original());
    }

    @Test
    void readsOnlyTheChartThatIsAskedFor() throws IOException {
        RepositoryIndex index = open(TWO.replace("    name: web\n", "    name: web\n    name: web\n"));
        assertEquals("1.10.0", index.find("app", "", false).version().original());
        assertThrows(DecsException.class, () -> index.find("web", "", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "description: 'it''s\n      many lines:\n  evil:\n      - here'",
                "description: \"a \\\" quote\n\n      and: 'more'\n    \"",
                "description: |\n      evil:\n\n        - 'open\n      entries:",
                "description: >-\n      \"folded\n      text",
                "description: plain text\n      folded - no\n      'quote",
                "keywords:\n    - 'one: two'\n    - \"three\n      four\"\n    - five\n      six",
                "annotations:\n      a.b/c: |\n        - name: x\n          image: y\n      d: e",
                "annotations: {}\n    keywords: []",
                "# a comment: 'with a quote\n    home: https://example.test # and another's",
                "'home': https://example.test",
            })
    void onePassSeesWhatAParserSees(String field) throws IOException {
        String text = TWO.replace(
                "    name: app\n    version: 1.0.0\n", "    name: app\n    version: 1.0.0\n    " + field + "\n");
        IndexScan.Result scan = scan(text).orElseThrow();
        assertEquals(Set.of("app", "web"), scan.slices().keySet());
        RepositoryIndex index = open(text);
        assertEquals(3, index.versions("app").size());
        assertEquals(1, index.versions("web").size());
        assertEquals(List.of(), warnings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apiVersion\":\"v1\",\"entries\":{\"app\":[{\"name\":\"app\",\"version\":\"1.0.0\",\"apiVersion\":\"v2\"}]}}",
                "apiVersion: v1\nentries: {app: [{apiVersion: v2, name: app, version: 1.0.0}]}\n",
                "apiVersion: v1\nentries:\n  app: &a\n  - {apiVersion: v2, name: app, version: 1.0.0}\n",
                "apiVersion: v1\nentries:\n  \"app\":\n    - apiVersion: v2\n      name: app\n      version: 1.0.0\n",
                "apiVersion: v1\n"
                        + "entries:\n"
                        + "    app:\n"
                        + "    -   apiVersion: v2\n"
                        + "        name: app\n"
                        + "        version: 1.0.0\n",
                "---\n"
                        + "apiVersion: v1\r\n"
                        + "entries:\r\n"
                        + "  app:\r\n"
                        + "  - apiVersion: v2\r\n"
                        + "    name: app\r\n"
                        + "    version: 1.0.0\r\n",
            })
    void anyFormOfAnIndexIsRead(String text) throws IOException {
        RepositoryIndex index = open(text);
        assertEquals(Set.of("app"), index.charts());
        assertEquals("1.0.0", index.find("app", "", false).version().original());
    }

    @Test
    void brokenEntriesAreLeftOutWithAWarning() throws IOException {
        RepositoryIndex index = open("apiVersion: v1\nentries:\n  app:\n  -\n  - name: app\n    version: nope\n"
                + "  - name: ../app\n    version: 1.0.0\n  - [list]\n" + version("app", "3.0.0")
                + version("app", "3.0.0"));
        assertEquals("3.0.0", index.find("app", "", false).version().original());
        assertEquals(1, index.versions("app").size());
        assertEquals(5, warnings.size(), warnings.toString());
        assertEquals(
                "skipping loading invalid entry for chart \"app\" from https://charts.example.test: empty entry",
                warnings.get(0));
    }

    @Test
    void controlCharactersDoNotReachATerminal() throws IOException {
        RepositoryIndex index = open("""
            apiVersion: v1
            entries:
              app:
              - apiVersion: v2
                name: app
                version: 1.0.0
                description: "a\\e[31mred\\a"
            """);
        assertEquals("a[31mred", index.versions("app").get(0).metadata().description());
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty index.yaml file",
        "'entries: {}', no API version specified",
        "'- a', https://charts.example.test is no repository index: a mapping was expected",
    })
    void whatIsNoIndexIsRefused(String text, String message) {
        DecsException refused = assertThrows(DecsException.class, () -> open(text));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        String twice = TWO + "entries:\n  app:\n" + version("app", "1.0.0");
        assertThrows(DecsException.class, () -> open(twice));
        String chartTwice = TWO.replace("  web:\n", "  app:\n");
        assertThrows(DecsException.class, () -> open(chartTwice));
    }

    @Test
    void errorsNameTheNearest() throws IOException {
        RepositoryIndex index = open(TWO);
        DecsException noChart = assertThrows(DecsException.class, () -> index.find("wep", "1", false));
        assertEquals(
                "chart \"wep\" matching 1 not found in mine index. (try 'helm repo update'): no chart name found",
                noChart.getMessage());
        assertEquals("did you mean web?", noChart.problems().get(0).hint().orElse(""));
        DecsException noVersion = assertThrows(DecsException.class, () -> index.find("app", "9", false));
        assertTrue(noVersion.problems().get(0).hint().orElse("").contains("2.0.0-rc.1, 1.10.0, 1.0.0"));
    }
}
