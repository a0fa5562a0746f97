package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.core.functions.Program;
import decs.helm.render.ChartRenderer;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.testing.report.TextReport;
import decs.testing.run.ChartResult;
import decs.testing.run.ChartTests;
import decs.testing.run.TestOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm unittest}: the plugin of that name, without it. */
@Command(name = "unittest", description = "Run the unit tests of charts: suites as helm-unittest has them")
final class UnittestCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "PATTERN",
            description = "files of suites below a chart (tests/*_test.yaml); repeat for more")
    List<String> files = new ArrayList<>();

    @Option(
            names = {"-v", "--values"},
            paramLabel = "FILE",
            description = "values files for every test; repeat for more")
    List<String> values = new ArrayList<>();

    @Option(
            names = {"-u", "--update-snapshot"},
            arity = "0..1",
            fallbackValue = "true",
            description = "write snapshots anew where they differ")
    boolean update;

    @Option(
            names = {"-s", "--with-subchart"},
            arity = "0..1",
            fallbackValue = "true",
            description = "the suites of subcharts, too (true)")
    boolean subcharts = true;

    @Option(
            names = {"-q", "--failfast"},
            arity = "0..1",
            fallbackValue = "true",
            description = "stop at the first failure")
    boolean failFast;

    @Option(names = "--strict", arity = "0..1", fallbackValue = "true", description = "refuse keys that mean nothing")
    boolean strict;

    @Option(
            names = "--skip-schema-validation",
            arity = "0..1",
            fallbackValue = "true",
            description = "do not check values against values.schema.json")
    boolean skipSchema;

    @Parameters(paramLabel = "CHART", arity = "0..*")
    List<String> charts = new ArrayList<>();

    @Override
    public int run(Console console) {
        if (charts.isEmpty()) {
            throw new UsageException("\"helm unittest\" requires a chart\n\nUsage:  helm unittest CHART [...] [flags]");
        }
        long start = System.nanoTime();
        List<ChartResult> results = new ChartTests(new ChartRenderer(), options(console)).run(charts);
        console.out().print(TextReport.of(results, Duration.ofNanos(System.nanoTime() - start)));
        return results.stream().allMatch(ChartResult::passed) ? ExitCode.OK : ExitCode.FAILED;
    }

    private TestOptions options(Console console) {
        return new TestOptions(
                files,
                values,
                update,
                subcharts,
                failFast,
                strict,
                skipSchema,
                helm.common.helm(),
                Host.system(),
                Limits.defaults(),
                console.workingFolder(),
                UnittestCommand::filtered);
    }

    private static String filtered(String command, List<String> arguments, String text, Path folder) {
        Program.Output done = new Program(command, arguments, folder, Map.of()).runToEnd(Optional.of(text));
        if (done.status() != 0) {
            throw new DecsException("post-render failed: error while running command " + command + ". error output:\n"
                    + done.error() + ": exit status " + done.status());
        }
        return done.out();
    }
}
