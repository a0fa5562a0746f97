package decs.core.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.template.language.Host;
import decs.template.source.Source;
import org.junit.jupiter.api.Test;

/** Forms of a user's own, and releases compared by file. */
class TemplatePrinterTest {
    private static final String BEFORE = """
        # Source: web/templates/a.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: one-a}
        ---
        # Source: web/templates/a.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: one-b}
        """;

    private static ManifestObjects read(String manifest) {
        return ManifestObjects.read(manifest, ManifestReading.of("shop"));
    }

    @Test
    void theTemplateSeesEveryChange() {
        ManifestDiff diff = ManifestDiff.between(read(BEFORE), read(""), Comparison.standard());
        String text =
                "{{ range $i, $c := . }}{{ .Kind }}/{{ .Name }} {{ .Change }}{{ if not (last $i $) }}, {{ end }}{{ end"
                        + " }}";
        assertEquals(
                "ConfigMap/one-a REMOVE, ConfigMap/one-b REMOVE\n",
                new TemplatePrinter(Source.of("t.tpl", text), Host.system()).print(diff, DiffStyle.plain()));
    }

    @Test
    void releasesOfOneChartAreComparedFileByFile() {
        ManifestDiff diff = ManifestDiff.between(
                read(BEFORE).byFile(), read(BEFORE.replace("one-", "two-")).byFile(), Comparison.standard());
        assertEquals(
                "web/templates/a.yaml to be changed.\nweb/templates/a.yaml 1 to be changed.\n",
                new SimplePrinter()
                        .print(diff, DiffStyle.plain())
                        .lines()
                        .limit(2)
                        .map(line -> line + "\n")
                        .reduce("", String::concat));
    }
}
