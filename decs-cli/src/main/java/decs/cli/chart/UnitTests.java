package decs.cli.chart;

import decs.core.functions.Program;
import decs.core.request.SuiteRunner;
import decs.helm.chart.HelmVersion;
import decs.helm.render.ChartRenderer;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.testing.report.TextReport;
import decs.testing.run.ChartResult;
import decs.testing.run.ChartTests;
import decs.testing.run.TestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs suites in helm-unittest's format for the verbs that have them, and tells the results as that plugin does. */
public record UnitTests(HelmVersion version, boolean coloured, boolean keep) implements SuiteRunner {

    @Override
    public Outcome run(Suites suites) {
        Set<Switch> switches = suites.switches();
        TestOptions options = new TestOptions(
                suites.files(),
                List.of(),
                List.of(suites.values()),
                switches.contains(Switch.UPDATE_SNAPSHOTS),
                !switches.contains(Switch.NO_SUBCHARTS),
                switches.contains(Switch.FAIL_FAST),
                switches.contains(Switch.STRICT),
                switches.contains(Switch.SKIP_SCHEMA_VALIDATION),
                "",
                keep ? Optional.of(suites.folder().resolve(".debug")) : Optional.empty(),
                version,
                Host.system(),
                Limits.defaults(),
                suites.folder(),
                UnitTests::filtered);
        long start = System.nanoTime();
        List<ChartResult> results = new ChartTests(new ChartRenderer(), options).run(List.of(suites.chart()));
        String text = new TextReport(coloured).of(results, Duration.ofNanos(System.nanoTime() - start));
        return new Outcome(results.stream().allMatch(ChartResult::passed), text);
    }

    /** What a suite's post-renderer makes of rendered text. */
    static String filtered(String command, List<String> arguments, String text, Path folder) {
        return new Program(command, arguments, folder, Map.of())
                .runToEnd(Optional.of(text))
                .filtered("post-render failed: ", command);
    }
}
