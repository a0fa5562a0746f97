package decs.core.kustomize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.template.source.Problem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded builds: the files of a folder, and what {@code kubectl kustomize} printed or said. */
class KustomizationBuildTest {
    @TempDir
    Path folder;

    static Stream<String> cases() throws IOException, URISyntaxException {
        Path resources =
                Path.of(Objects.requireNonNull(KustomizationBuildTest.class.getResource("merge-items-first.txtar"))
                        .toURI());
        try (Stream<Path> files = Files.list(Objects.requireNonNull(resources.getParent()))) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".txtar"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void buildsAsRecorded(String name) throws IOException, URISyntaxException {
        Map<String, String> sections = unpacked(Files.readString(
                Path.of(Objects.requireNonNull(getClass().getResource(name)).toURI())));
        if (sections.containsKey("refused")) {
            KustomizationException refusal =
                    assertThrows(KustomizationException.class, () -> KustomizationBuild.text(folder));
            assertEquals(sections.get("refused").strip(), refusal.getMessage());
        } else {
            assertEquals(sections.get("want"), KustomizationBuild.text(folder));
        }
    }

    @Test
    void refusesByNameLineAndHintWhatIsNotBuiltIn() throws IOException {
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                "resources: []\nhelmCharts:\n- name: x\nnamePrefx: a-\nvars: [{}]\n");
        KustomizationException refusal =
                assertThrows(KustomizationException.class, () -> KustomizationBuild.text(folder));
        List<Problem> problems = refusal.problems();
        assertEquals(
                List.of(2, 4, 5),
                problems.stream().map(p -> p.at().orElseThrow().line()).toList());
        assertTrue(problems.get(0).message().contains("helmCharts"));
        assertEquals("did you mean namePrefix?", problems.get(1).hint().orElseThrow());
        assertEquals("use replacements", problems.get(2).hint().orElseThrow());
    }

    @Test
    void refusesWhatIsNotOnThisMachine() throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "resources:\n- https://example.com/base?ref=v1\n");
        KustomizationException refusal =
                assertThrows(KustomizationException.class, () -> KustomizationBuild.text(folder));
        assertTrue(refusal.getMessage().contains("https://example.com/base?ref=v1"));
        assertEquals(1, refusal.problems().get(0).at().orElseThrow().line());
    }

    @Test
    void refusesAnItemWithoutItsKeyInsteadOfEmptyingTheList() throws IOException {
        Files.writeString(folder.resolve("pod.yaml"), "{apiVersion: v1, kind: Pod, metadata: {name: p}}\n");
        Files.writeString(
                folder.resolve("kustomization.yaml"),
                "resources: [pod.yaml]\npatches:\n- patch: |\n    {apiVersion: v1, kind: Pod, metadata: {name: p},"
                        + " spec: {containers: [{image: x}]}}\n");
        KustomizationException refusal =
                assertThrows(KustomizationException.class, () -> KustomizationBuild.text(folder));
        assertTrue(refusal.getMessage().contains("/spec/containers has no name"), refusal.getMessage());
    }

    private Map<String, String> unpacked(String archive) throws IOException {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : archive.split("(?<=\n)")) {
            if (line.startsWith("-- ") && line.endsWith(" --\n")) {
                current = new StringBuilder();
                sections.put(line.substring(3, line.length() - 4), current);
            } else {
                current.append(line);
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, StringBuilder> section : sections.entrySet()) {
            texts.put(section.getKey(), section.getValue().toString());
            Path file = folder.resolve(section.getKey());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, section.getValue());
        }
        return texts;
    }
}
