package decs.helm.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values are told to be read by nobody. */
class UnusedValuesTest {
    private static final ChartFile HEAD = ChartFile.of("Chart.yaml", """
        apiVersion: v2
        name: app
        version: 0.1.0
        """);

    private static Chart chart(String values, Map<String, String> files) {
        List<ChartFile> all = new ArrayList<>(List.of(HEAD, ChartFile.of("values.yaml", values)));
        files.forEach((name, text) -> all.add(ChartFile.of(name, text)));
        return new ChartLoader(HelmVersion.V4, Limits.defaults()).assemble(all);
    }

    @SuppressWarnings("unchecked")
    private static String unused(Chart chart, String given) {
        Map<String, Object> values =
                given.isEmpty() ? Map.of() : (Map<String, Object>) Yaml.read(Source.of("my.yaml", given));
        return UnusedValues.find(chart, values).stream()
                .map(UnusedValues.Unused::path)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1                       | {{ .Values.a }}                                              | ''",
                "a: 1                       | {{ .Values.b }}                                              | a",
                "a: {b: 1, c: 2}            | {{ .Values.a.b }}                                            | a.c",
                "a: {b: 1, c: 2}            | {{ toYaml .Values.a }}                                       | ''",
                "a: {b: 1, c: 2}            | {{ nindent 2 (toYaml .Values.a) }}                          | ''",
                "a: {b: 1, c: 2}            | {{ range $k, $v := .Values.a }}x{{ end }}                    | ''",
                "a: {b: 1, c: 2}            | {{ with .Values.a }}{{ .b }}{{ end }}                        | a.c",
                "a: {b: 1, c: 2}            | {{ $x := .Values.a }}{{ $x.c }}                              | a.b",
                "a: {b: 1, c: 2}            | {{ if .Values.a }}x{{ end }}                                 | ''",
                "a: {b: 1, c: 2}            | {{ index .Values \"a\" \"b\" }}                              | a.c",
                "a: {b: 1, c: 2}            | {{ $k := \"b\" }}{{ index .Values.a $k }}                    | ''",
                "a: {b: 1, c: 2}            | {{ include \"h\" .Values.a }}{{ define \"h\" }}{{ .c }}{{ end }} | a.b",
                "a: {b: 1, c: 2}            | {{ include \"h\" (dict \"v\" .Values.a) }}{{ define \"h\" }}{{ .v.c }}{{"
                        + " end }} | a.b",
                "a: {b: 1, c: 2}            | {{ include (printf \"h\") . }}                               | ''",
                "a: '{{ .Values.b }}', b: 1 | {{ tpl .Values.a . }}                                        | ''",
                "a: {b: 1}, c: 2            | {{ default .Values.c .Values.a.b }}                          | ''",
                "a: {b: 1}, c: 2            | {{ (.Values.a).b }}{{ if eq .Values.c 2.0 }}{{ end }}        | ''",
                "a: 1, b: 2                 | {{ range until 3 }}{{ $.Values.a }}{{ end }}                 | b",
                "a: 1, b: 2                 | {{ template \"h\" $ }}{{ define \"h\" }}{{ .Values.b }}{{ end }} | a",
            })
    void followsValues(String values, String template, String wanted) {
        String body = values.strip();
        assertEquals(wanted, unused(chart("{" + body + "}", Map.of("templates/a.yaml", template)), ""));
    }

    @Test
    void examplesForReadersAreNotRun() {
        Map<String, String> files = Map.of(
                "templates/a.yaml", "{{ tpl .Values.a . }}",
                "README.md", "Use it as {{ toYaml .Values }}",
                "files/page.md", "{{ .Values.b }}");
        assertEquals("c", unused(chart("a: x\nb: 1\nc: 2\n", files), ""));
    }

    @Test
    void namesTheNearestNameAndThePlace() {
        Chart chart = chart("replicaCount: 1\n", Map.of("templates/a.yaml", "n: {{ .Values.replicaCount }}"));
        @SuppressWarnings("unchecked")
        Map<String, Object> given = (Map<String, Object>) Yaml.read(Source.of("my.yaml", "replicaCont: 3\n"));
        assertEquals(
                List.of("my.yaml:1:14: replicaCont: never read; did you mean replicaCount?"),
                UnusedValues.find(chart, given).stream()
                        .map(UnusedValues.Unused::toString)
                        .toList());
    }

    @Test
    void looksIntoSubchartsAndGlobals() {
        Map<String, String> files = Map.of(
                "templates/a.yaml", "n: {{ .Values.own }}",
                "charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 0.1.0\n",
                "charts/db/templates/a.yaml", "n: {{ .Values.size }}{{ .Values.global.zone }}");
        Chart chart = chart("own: 1\nglobal: {zone: a, area: b}\ndb: {size: 1, sise: 2}\n", files);
        assertEquals("global.area db.sise", unused(chart, ""));
    }
}
