package decs.helm.render;

import static org.junit.jupiter.api.Assertions.assertFalse;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever a template calls with whatever values, it renders or fails in decs's own way, under small budgets. */
@Tag("fuzz")
class ArbitraryTemplateTest {
    private static final Limits SMALL =
            new Limits(1_000, 50, 200_000, 1 << 20, Duration.ofSeconds(30), 200, 10_000, 1 << 20, 1 << 20, 100);
    private static final ChartFile CHART = ChartFile.of("Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    private static final ChartFile VALUES =
            ChartFile.of("values.yaml", "s: web\nn: 3\nf: -1.5\nl: [a, 1, null]\nm: {b: {c: d}}\nz: null\ne: ''\n");

    /** Those that take long on purpose, or look outside, are left to tests of their own. */
    private static final List<String> LEFT_OUT = List.of(
            "bcrypt",
            "htpasswd",
            "derivePassword",
            "genPrivateKey",
            "genCA",
            "genCAWithKey",
            "genSelfSignedCert",
            "genSelfSignedCertWithKey",
            "genSignedCert",
            "genSignedCertWithKey",
            "getHostByName",
            "lookup");

    @Provide
    Arbitrary<String> calls() {
        List<String> names = HelmFunctions.table(HelmVersion.V4).names().stream()
                .filter(name -> !LEFT_OUT.contains(name))
                .toList();
        Arbitrary<String> values = Arbitraries.of(
                ".Values.s",
                ".Values.n",
                ".Values.f",
                ".Values.l",
                ".Values.m",
                ".Values.z",
                ".Values.e",
                ".",
                "$",
                "nil",
                "true",
                "-1",
                "0",
                "7",
                "1.5",
                "9223372036854775807",
                "\"\"",
                "\"a.b\"",
                "\"%d%s%v\"",
                "\"{{ . }}\"",
                "\"[\"",
                "\"2006-01-02\"",
                "'x'",
                "(list)",
                "(dict)",
                "(list 1 nil .Values.m)",
                ".Files",
                ".Chart",
                "now");
        Arbitrary<String> call = Arbitraries.of(names)
                .flatMap(name -> values.list().ofMaxSize(4).map(args -> name + " " + String.join(" ", args)));
        return call.list().ofMinSize(1).ofMaxSize(3).map(stages -> String.join(" | ", stages));
    }

    @Property(tries = 3_000)
    void anyCallEnds(@ForAll("calls") String call) {
        rendersOrIsRefused("a: {{ " + call + " }}\n");
    }

    @Property(tries = 300)
    void anyLoopEnds(@ForAll("calls") String call) {
        rendersOrIsRefused(
                "{{ range $i, $x := until 5 }}{{ with $x }}a{{ $i }}: {{ " + call + " | quote }}\n{{ end }}{{ end }}");
    }

    private static void rendersOrIsRefused(String template) {
        try {
            List<ChartFile> files = List.of(CHART, VALUES, ChartFile.of("templates/a.yaml", template));
            RenderRequest request = RenderRequest.of(
                    new ChartLoader(HelmVersion.V4, SMALL).assemble(files),
                    Map.of(),
                    ReleaseInfo.install("rel", "ns"),
                    HelmVersion.V4);
            new ChartRenderer().render(request.withLimits(SMALL));
        } catch (DecsException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }
}
