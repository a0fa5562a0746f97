package decs.cli.chart;

import decs.cli.frame.CommonOptions;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.render.ChartRenderer;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.testing.report.ReportFormat;
import decs.testing.report.ReportPlace;
import decs.testing.report.TextReport;
import decs.testing.run.ChartResult;
import decs.testing.run.ChartTests;
import decs.testing.run.SuiteResult;
import decs.testing.run.TestOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm unittest}: the plugin of that name, without it. */
@Command(name = "unittest", description = "Run the unit tests of charts: suites as helm-unittest has them")
final class HelmUnittestCommand implements Verb {
    @Mixin
    CommonOptions common;

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

    @Option(
            names = {"-o", "--output-file"},
            paramLabel = "FILE",
            description = "write a report for CI servers to this file")
    String reportFile = "";

    @Option(
            names = {"-t", "--output-type"},
            paramLabel = "TYPE",
            description = "its form: JUnit, NUnit, XUnit, Sonar (XUnit)")
    String reportType = "XUnit";

    @Option(
            names = "--chart-tests-path",
            paramLabel = "FOLDER",
            description = "a chart below the chart whose templates give more suites")
    String testsChart = "";

    @Option(names = "--color", arity = "0..1", fallbackValue = "true", description = "colours, terminal or not")
    Boolean colours;

    @Option(
            names = {"-d", "--debugPlugin"},
            arity = "0..1",
            fallbackValue = "true",
            description = "keep what was rendered in the folder .debug")
    boolean keep;

    @Parameters(paramLabel = "CHART", arity = "0..*")
    List<String> charts = new ArrayList<>();

    @Override
    public int run(Console console) {
        if (charts.isEmpty()) {
            throw new UsageException("requires at least 1 arg(s), only received 0");
        }
        Optional<ReportFormat> format = format();
        long start = System.nanoTime();
        List<ChartResult> results = new ChartTests(new ChartRenderer(), options(console)).run(charts);
        format.ifPresent(given -> report(given, results, console));
        TextReport report = new TextReport(colours == null ? console.colours() : colours);
        console.out().print(report.of(results, Duration.ofNanos(System.nanoTime() - start)));
        return results.stream().allMatch(ChartResult::passed) ? ExitCode.OK : ExitCode.FAILED;
    }

    private Optional<ReportFormat> format() {
        if (reportFile.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ReportFormat.named(reportType)
                .orElseThrow(() -> new UsageException(
                        "unknown --output-type \"" + reportType + "\": it is one of JUnit, NUnit, XUnit, Sonar")));
    }

    private void report(ReportFormat format, List<ChartResult> results, Console console) {
        Path file = console.workingFolder().resolve(reportFile);
        ReportPlace place = new ReportPlace(
                LocalDateTime.now(ZoneId.systemDefault()),
                hostName(),
                System.getProperty("user.name", ""),
                console.workingFolder().toString(),
                Locale.getDefault().toLanguageTag());
        List<SuiteResult> suites = results.stream()
                .flatMap(chart -> Stream.concat(chart.unread().stream(), chart.suites().stream()))
                .toList();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, format.text(suites, place));
        } catch (IOException refused) {
            throw new DecsException("cannot write the report to " + reportFile + ": " + refused.getMessage(), refused);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private TestOptions options(Console console) {
        return new TestOptions(
                files,
                values,
                List.of(),
                update,
                subcharts,
                failFast,
                strict,
                skipSchema,
                testsChart,
                keep ? Optional.of(console.workingFolder().resolve(".debug")) : Optional.empty(),
                common.helm(),
                Host.system(),
                Limits.defaults(),
                console.workingFolder(),
                UnitTests::filtered);
    }
}
