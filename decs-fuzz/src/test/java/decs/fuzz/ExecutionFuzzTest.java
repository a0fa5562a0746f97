package decs.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.helm.render.ChartRenderer;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderRequest;
import decs.template.gofmt.GoString;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The executor with all of Helm's functions, under small budgets. */
class ExecutionFuzzTest {
    private static final Limits SMALL =
            new Limits(1_000, 50, 200_000, 1 << 20, Duration.ofSeconds(5), 200, 10_000, 1 << 20, 1 << 20, 100);

    private static final ChartFile CHART = ChartFile.of("Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    private static final ChartFile VALUES = ChartFile.of(
            "values.yaml", "name: web\ncount: 3\nratio: 1.5\nlist: [a, 1, null]\nmap: {b: {c: d}}\nnone: null\n");

    @FuzzTest(maxDuration = "60s")
    void anyTemplateRendersOrIsRefused(byte[] data) {
        try {
            List<ChartFile> files = List.of(CHART, VALUES, ChartFile.of("templates/a.yaml", GoString.of(data)));
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
