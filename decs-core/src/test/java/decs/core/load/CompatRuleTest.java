package decs.core.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose rules a file follows, by its text: 0.x's only where helmfile 1.x would refuse the file. */
class CompatRuleTest {
    @TempDir
    Path folder;

    private Compat judged(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return new CompatRule(false, state -> ValuesFiles.read(state.path())).of(new StateFile(file, "./" + name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "V1 | helmfile.yaml | releases: [{name: a, chart: ./a}]",
                "V0 | helmfile.yaml | releases: [{name: {{ .Values.x }}, chart: ./a}]",
                "V0 | helmfile.yaml | releases: [{name: a, values: [{n: {{ .Values.x }}}]}]",
                "V1 | helmfile.yaml | releases: [{name: '{{ .Values.x }}', chart: ./a}]",
                "V1 | helmfile.yaml.gotmpl | releases: [{name: {{ .Values.x }}, chart: ./a}]",
                "V0 | helmfile.yaml | {{ if true }}; releases: []; {{ end }}",
                "V0 | helmfile.yaml | releases: {{ toYaml .Values.x }}",
                "V0 | helmfile.yaml | context: prod; releases: []",
                "V0 | helmfile.yaml | charts: [{name: a, chart: ./a}]",
                "V0 | helmfile.yaml.gotmpl | environments: {default: {}}; releases: []",
                "V0 | helmfile.yaml.gotmpl | releases: []; ---; environments: {default: {}}",
                "V1 | helmfile.yaml.gotmpl | environments: {default: {}}; ---; releases: []"
            })
    void byTheTextOfTheFile(Compat wanted, String name, String text) throws IOException {
        assertEquals(wanted, judged(name, text.replace("; ", "\n") + "\n"));
    }

    @Test
    void oneFileOfTheWholeIsEnough() throws IOException {
        Files.writeString(folder.resolve("old.yaml"), "releases:\n- name: {{ .Values.x }}\n");
        for (String entry : List.of("helmfiles: [old.yaml]", "helmfiles: [{path: ol*.yaml}]", "bases: [old.yaml]")) {
            assertEquals(Compat.V0, judged("helmfile.yaml", entry + "\n"), entry);
        }
        assertEquals(Compat.V1, judged("helmfile.yaml", "helmfiles: [other.yaml, helmfile.yaml]\n"));
    }
}
