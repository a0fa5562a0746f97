package decs.helm.render;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.template.gofmt.GoString;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Single templates as Helm renders them, recorded from the real tool; the probes' README says how each was run. */
class TemplateProbesTest {
    private static final Path PROBES = Path.of("../../shared/probes/template-probes.jsonl");
    private static final ChartRenderer RENDERER = new ChartRenderer();
    private static final String NO_VALUE = "<no value>";

    /** One probe on one Helm. */
    record Probe(String id, HelmVersion version, String template, String values, String output, String error) {
        @Override
        public String toString() {
            return id + " " + version + " " + template;
        }
    }

    @BeforeAll
    static void needsTheProbes() {
        assumeTrue(Files.exists(PROBES), "no probes beside the project");
    }

    static Stream<Probe> probes() {
        if (!Files.exists(PROBES)) {
            return Stream.empty();
        }
        try {
            List<Probe> probes = new ArrayList<>();
            for (String line : Files.readAllLines(PROBES)) {
                @SuppressWarnings("unchecked")
                Map<String, Object> fields = (Map<String, Object>) Json.read(line);
                String values = values(line);
                probes.add(probe(fields, values, HelmVersion.V3));
                probes.add(probe(fields, values, HelmVersion.V4));
            }
            return probes.stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The text of the values as it stands: reading and writing it again could change a number. */
    private static String values(String line) {
        int start = line.indexOf("\"values\": ") + "\"values\": ".length();
        int depth = 0;
        boolean quoted = false;
        for (int i = start; ; i++) {
            char c = line.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else {
                quoted = c == '"';
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                if (depth == 0) {
                    return plainCharacters(line.substring(start, i + 1));
                }
            }
        }
    }

    /** The same JSON with characters beyond Latin-1 as themselves: YAML does not join escapes to pairs. */
    private static String plainCharacters(String json) {
        return Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([1-9a-f][0-9a-f]{3}|0[1-9a-f][0-9a-f]{2})")
                .matcher(json)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(escape.group(1) + (char) Integer.parseInt(escape.group(2), 16)));
    }

    private static Probe probe(Map<String, Object> fields, String values, HelmVersion version) {
        Object output = fields.get("expect");
        Object error = fields.get("error");
        boolean differs = fields.containsKey("helm4_expect") || fields.containsKey("helm4_error");
        if (version == HelmVersion.V4 && differs) {
            output = fields.get("helm4_expect");
            error = fields.get("helm4_error");
        }
        return new Probe(
                (String) fields.get("id"), version, (String) fields.get("template"), values, (String) output, (String)
                        error);
    }

    @Test
    void givesWhatHelmGives() {
        List<String> different = new ArrayList<>();
        probes().forEach(probe -> {
            String wanted = probe.error() == null ? probe.output() : probe.error();
            String given = given(probe);
            if (!given.equals(wanted)) {
                different.add(probe + "\n  wanted: " + wanted + "\n  given:  " + given);
            }
        });
        assertTrue(different.isEmpty(), () -> different.size() + " probes differ:\n" + String.join("\n", different));
    }

    private static String given(Probe probe) {
        try {
            return probe.error() == null ? output(probe) : error(probe);
        } catch (DecsException failed) {
            return "failed: " + failed.getMessage();
        }
    }

    private static String output(Probe probe) {
        ChartFile printer =
                ChartFile.of("templates/out.yaml", "x: {{ include \"probe/templates/_probe.tpl\" . | b64enc }}");
        Chart chart = chart(probe, ChartFile.of("templates/_probe.tpl", probe.template()), printer);
        String manifest = render(chart, probe).manifests().get(0).text();
        String encoded = manifest.substring(manifest.indexOf("x: ") + 3).strip();
        return GoString.of(Base64.getDecoder().decode(encoded)).replace(NO_VALUE, "");
    }

    private static String error(Probe probe) {
        Chart chart = chart(probe, ChartFile.of("templates/probe.yaml", probe.template()));
        try {
            return "rendered: " + render(chart, probe).manifests();
        } catch (DecsException failed) {
            return failed.getMessage();
        }
    }

    private static RenderedChart render(Chart chart, Probe probe) {
        HelmVersion version = probe.version();
        Capabilities capabilities = Capabilities.defaults(version)
                .withKubeVersion(KubeVersion.parse("v1.30.2", version))
                .plusApiVersions(List.of("foo.io/v1"));
        Host host = new Host(Clock.systemUTC(), new SecureRandom(), Map.of(), name -> "");
        return RENDERER.render(RenderRequest.of(chart, Map.of(), ReleaseInfo.install("rel", "ns"), version)
                .withCapabilities(capabilities)
                .withHost(host));
    }

    private static Chart chart(Probe probe, ChartFile... templates) {
        List<ChartFile> files = new ArrayList<>(List.of(templates));
        files.add(ChartFile.of("Chart.yaml", """
            apiVersion: v2
            name: probe
            version: 0.1.0
            appVersion: "1.16.0"
            type: application
            description: probe chart
            """));
        files.add(ChartFile.of("values.yaml", probe.values()));
        files.add(ChartFile.of("files/a.txt", "alpha\nbeta\n"));
        files.add(ChartFile.of("files/b.yaml", "k: v\nl: [1, 2]"));
        files.add(ChartFile.of("files/t.tpl", "[{{ .Values.s }}]"));
        files.add(ChartFile.of("README.md", "# readme\n"));
        return new ChartLoader(probe.version(), Limits.defaults()).assemble(files);
    }
}
