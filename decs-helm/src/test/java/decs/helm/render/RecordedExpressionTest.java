package decs.helm.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.yaml.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions with odd arguments: nothing, negative, of the wrong kind, far too many, not ASCII. */
class RecordedExpressionTest {
    private static final String VALUES = """
        s: hello world
        e: ""
        i: 42
        neg: -7
        f: 3.14
        big: 1000000
        huge: 123456789012
        g: 1e21
        t: true
        fl: false
        nul: null
        l: [3, 1, 2]
        ls: [b, a, c]
        m: {b: 2, a: 1, c: {d: [1, 2]}}
        ml: "line1\\nline2\\n"
        mixed: [1, a, true, null, 2.5, {x: 1}]
        el: []
        em: {}
        z: 0
        zs: "0"
        uni: "héllo ✓ 日本 ß"
        num: "0x1F"
        date: "2023-04-05T06:07:08Z"
        nested: {a: {b: {c: deep}}, l: [{n: 1}, {n: 2}]}
        """;

    private final ChartRenderer renderer = new ChartRenderer();

    static Stream<Arguments> recorded() throws IOException {
        try (InputStream table = RecordedExpressionTest.class.getResourceAsStream("expressions.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(row -> Arguments.of(row[0], Json.read(row[1])));
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void givesWhatHelmGives(String expression, String result) {
        assertEquals(result, outcome(expression));
    }

    private String outcome(String expression) {
        List<ChartFile> files = List.of(
                ChartFile.of("Chart.yaml", "apiVersion: v2\nname: c\nversion: 0.1.0\nappVersion: \"1.0\"\n"),
                ChartFile.of("values.yaml", VALUES),
                ChartFile.of("f.txt", "file ü\nline\n"),
                ChartFile.of(
                        "templates/a.yaml",
                        "{{ define \"x\" }}{{ $v := " + expression
                                + " }}{{ printf \"%T|%v\" $v $v }}{{ end }}a: {{ include \"x\" . | toJson }}\n"));
        try {
            String text = renderer.render(RenderRequest.of(
                            new ChartLoader(HelmVersion.V4, Limits.defaults()).assemble(files),
                            Map.of(),
                            ReleaseInfo.install("rel", "ns"),
                            HelmVersion.V4))
                    .manifests()
                    .get(0)
                    .text();
            return (String) Json.read(text.substring("a: ".length()));
        } catch (RenderException failed) {
            String message = failed.getMessage();
            String include = "error calling include: ";
            int inner = message.lastIndexOf(include);
            return "! " + (inner < 0 ? message : message.substring(inner + include.length()));
        }
    }
}
