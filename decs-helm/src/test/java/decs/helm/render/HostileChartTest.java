package decs.helm.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts that would never end, or fill the machine, under the limits that everyone has. */
class HostileChartTest {
    private static final String CHART = "apiVersion: v2\nname: bad\nversion: 0.1.0\n";

    private static RenderedChart render(String values, String template) {
        return render(
                ChartFile.of("Chart.yaml", CHART),
                ChartFile.of("values.yaml", values),
                ChartFile.of("templates/a.yaml", template));
    }

    private static RenderedChart render(ChartFile... files) {
        return new ChartRenderer()
                .render(RenderRequest.of(
                        new ChartLoader(HelmVersion.V4, Limits.defaults()).assemble(List.of(files)),
                        Map.of(),
                        ReleaseInfo.install("rel", "ns"),
                        HelmVersion.V4));
    }

    private static String refusal(String schema, String values) {
        return assertThrows(
                        DecsException.class,
                        () -> render(
                                ChartFile.of("Chart.yaml", CHART),
                                ChartFile.of("values.schema.json", schema),
                                ChartFile.of("values.yaml", values),
                                ChartFile.of("templates/a.yaml", "a: 1\n")))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "until 1000000000                                   | stopped: more than 100000000 steps",
                "untilStep 0 1000000000 1                           | stopped: more than 100000000 steps",
                "seq 0 1000000000                                   | stopped: more than 100000000 steps",
                "repeat 100000 (repeat 100000 \"x\")               | a text of 10000000000 characters is more than the"
                        + " limit",
                "indent 100000 (repeat 100000 \"x\\n\")           | characters is more than the limit",
                "randAlphaNum 2000000000                            | a text of 2000000000 characters is more than the"
                        + " limit",
                "tpl .Values.again .                                | texts run by tpl are nested more than 1000 deep",
                "toYaml (set $.Values \"x\" $.Values)               | nested too deeply",
                "tpl (repeat 1000000 \"{{ 1 }}\") .                | stopped: more than 100000000 steps",
                "regexFindAll \"\" (repeat 5000000 \"x\") -1        | stopped: more than 100000000 steps",
                "regexMatch (repeat 500000 \"a?\") (repeat 500000 \"a\") | stopped: more than 100000000 steps",
                "range 2000000000 }}{{ $l = append $l . }}{{ end    | stopped: more than 100000000 steps",
                "range 2000000000 }}{{ $_ := set $m (toString .) . }}{{ end | stopped: more than 100000000 steps",
                "range 2000000000 }}{{ $t = print $t . }}{{ end      | stopped: more than 100000000 steps",
                "range 2000000000 }}{{ $x := encryptAES \"k\" \"v\" }}{{ end | stopped: more than 100000000 steps",
                "range 2000000000 }}{{ $x := tpl (printf \"{{ %d }}\" .) $ }}{{ end | stopped: more than 100000000"
                        + " steps",
                "range 40 }}{{ $m = dict \"a\" $m \"b\" $m }}{{ end }}{{ len (deepCopy $m) | stopped: more than",
                "uniq (chunk 1 (until 500000))                      | stopped: more than 100000000 steps",
            })
    void endsAndNamesTheLine(String expression, String message) {
        String template =
                "a: 1 {{ $l := list }}{{ $m := dict }}{{ $t := \"\" }}\nb: {{ " + expression.strip() + " }}\n";
        DecsException failed =
                assertThrows(DecsException.class, () -> render("again: '{{ tpl .Values.again . }}'\n", template));
        Problem problem = failed.problems().get(0);
        assertTrue(problem.message().contains(message.strip()), problem.message());
        int line = problem.trail().isEmpty()
                ? problem.at().orElseThrow().line()
                : problem.trail().get(problem.trail().size() - 1).at().line();
        assertEquals(2, line);
    }

    @Test
    void loopsEnd() {
        DecsException failed = assertThrows(
                DecsException.class,
                () -> render("", "a: 1\n{{ range 2000000000 }}{{ range 2000000000 }}{{ end }}{{ end }}\n"));
        assertEquals(
                "stopped: more than 100000000 steps", failed.problems().get(0).message());
    }

    @Test
    void honestChartsMakeManyPasswordsAndKeys() {
        String lines = render(
                        "",
                        "keys:{{ range 30 }}\n- {{ htpasswd \"u\" (toString .) }}{{ end }}\n{{ range 5 }}"
                                + "- {{ genSelfSignedCert \"a\" nil nil 9 | kindOf }}\n{{ end }}")
                .manifests()
                .get(0)
                .text();
        assertEquals(35, lines.lines().filter(line -> line.startsWith("- ")).count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "regexMatch \"^(a+)+$\" (printf \"%sb\" (repeat 50000 \"a\")) ~ false",
                "regexFindAll \"(x+x+)+y\" (repeat 100000 \"x\") -1 | len ~ 0",
                "regexMatch \"((a{1,100}){1,100}){1,100}\" \"aaaa\" ~ false",
            })
    void expressionsTakeTimeByLength(String expression, String given) {
        assertEquals(
                "b: " + given,
                render("", "b: {{ " + expression + " }}").manifests().get(0).text());
    }

    @Test
    void aliasesAreCounted() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            laughs.append(
                    "a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(9, alias)) + "]\n");
        }
        DecsException failed = assertThrows(DecsException.class, () -> render(laughs.toString(), "a: 1\n"));
        assertEquals(
                "document contains excessive aliasing", failed.problems().get(0).message());
        assertTrue(failed.problems().get(0).at().orElseThrow().line() > 1);
    }

    @Test
    void depthIsCounted() {
        String deep = "a: " + "[".repeat(100_000) + "]".repeat(100_000) + "\n";
        DecsException ofValues = assertThrows(DecsException.class, () -> render(deep, "a: 1\n"));
        assertEquals("exceeded max depth of 10000", ofValues.problems().get(0).message());
        DecsException ofText = assertThrows(DecsException.class, () -> render("", deep));
        assertEquals("exceeded max depth of 10000", ofText.problems().get(0).message());
        assertEquals(1, ofText.problems().get(0).at().orElseThrow().line());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"$ref\": \"#\"} ~ its references lead in a circle",
                "{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"$ref\":"
                        + " \"#/$defs/a\"}}} ~ its references lead in a circle",
                "{\"properties\": {\"a\": {\"pattern\": \"^(a+)+$\"}}} ~ does not match pattern",
                "{\"properties\": {\"a\": {\"pattern\": \"(x+x+)+y\"}}} ~ does not match pattern",
                "{\"properties\": {\"a\": {\"pattern\": \"(?=a)b\"}}} ~ '(?=a)b' is not valid regex: error parsing"
                        + " regexp",
                "{\"$ref\": \"file:///dev/zero\"} ~ failing loading schema",
            })
    void schemasEnd(String schema, String message) {
        String refusal = refusal(schema, "a: " + "a".repeat(40) + "b" + "x".repeat(5_000) + "\n");
        assertTrue(refusal.contains(message), refusal);
    }

    @Test
    void schemasThatDoubleEnd() {
        StringBuilder schema = new StringBuilder("{\"$ref\": \"#/$defs/d0\", \"$defs\": {");
        for (int i = 0; i < 40; i++) {
            String next = "{\"$ref\": \"#/$defs/d" + (i + 1) + "\"}";
            schema.append("\"d" + i + "\": {\"allOf\": [" + next + ", " + next + "]}, ");
        }
        String refusal = refusal(schema + "\"d40\": {}}}", "a: 1\n");
        assertTrue(refusal.contains("more than 2000000 steps to validate"), refusal);
    }

    @Test
    void valuesAreNestedAsDeeplyAsYamlAllows() {
        String deep = "{a: ".repeat(9_000) + "1" + "}".repeat(9_000) + "\n";
        assertEquals("a: 1", render(deep, "a: 1").manifests().get(0).text());
    }

    @Test
    void numbersOfManyDigitsAreReadInLinearTime() {
        String digits = "9".repeat(1_000_000);
        assertEquals(
                "a: 9223372036854775807",
                render("digits: '" + digits + "'\n", "a: {{ atoi .Values.digits }}")
                        .manifests()
                        .get(0)
                        .text());
    }
}
