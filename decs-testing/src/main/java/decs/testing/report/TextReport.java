package decs.testing.report;

import decs.testing.run.CaseResult;
import decs.testing.run.ChartResult;
import decs.testing.run.SuiteResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The results on a terminal, as helm-unittest tells them: what is wrong in full, then how many of what. */
public final class TextReport {
    private TextReport() {}

    public static String of(List<ChartResult> charts, Duration duration) {
        StringBuilder out = new StringBuilder();
        charts.forEach(chart -> chart(chart, out));
        return out.append(summary(charts, duration)).toString();
    }

    private static void chart(ChartResult chart, StringBuilder out) {
        String broken = chart.error()
                .or(() -> chart.suites().stream()
                        .flatMap(suite -> suite.error().stream())
                        .findFirst())
                .orElse("");
        if (broken.isEmpty()) {
            out.append("\n### Chart [ ")
                    .append(chart.name())
                    .append(" ] ")
                    .append(chart.path())
                    .append("\n\n");
        }
        chart.suites().forEach(suite -> suite(suite, out));
        if (!broken.isEmpty()) {
            out.append("\n### Error:  ").append(broken).append("\n\n");
        }
    }

    private static void suite(SuiteResult suite, StringBuilder out) {
        String word = suite.skipped() ? "SKIP" : suite.passed() ? "PASS" : "FAIL";
        out.append(' ').append(word).append("  ").append(suite.name()).append('\t').append(suite.path()).append('\n');
        suite.error().ifPresent(error -> out.append("\t- Execution Error: \n\t\t")
                .append(error)
                .append("\n\n"));
        suite.cases().forEach(test -> test(test, out));
    }

    private static void test(CaseResult test, StringBuilder out) {
        if (test.skipped()) {
            out.append("\t- SKIPPED '").append(test.name()).append("'\n");
            return;
        }
        if (test.passed()) {
            return;
        }
        out.append("\t- ").append(test.name()).append("\n\n");
        test.error().ifPresent(error -> out.append("\t\tError: ").append(error).append('\n'));
        for (CaseResult.Failure failure : test.failures()) {
            out.append("\t\t- asserts[").append(failure.index()).append("] ");
            out.append(failure.not() ? "NOT " : "").append('`').append(failure.type()).append("` fail\n");
            failure.lines().forEach(line -> out.append("\t\t\t").append(line).append('\n'));
            out.append('\n');
        }
    }

    private static String summary(List<ChartResult> charts, Duration duration) {
        List<SuiteResult> suites =
                charts.stream().flatMap(chart -> chart.suites().stream()).toList();
        List<CaseResult> cases =
                suites.stream().flatMap(suite -> suite.cases().stream()).toList();
        int snapshots = suites.stream().mapToInt(SuiteResult::snapshots).sum();
        int changed = suites.stream().mapToInt(SuiteResult::changed).sum();
        Counts ofCharts = new Counts(
                charts.stream().filter(chart -> !chart.passed()).count(),
                charts.stream().filter(ChartResult::broken).count(),
                charts.stream().filter(ChartResult::passed).count(),
                0,
                charts.size());
        long skippedSuites = suites.stream().filter(SuiteResult::skipped).count();
        Counts ofSuites = new Counts(
                suites.stream().filter(suite -> !suite.passed()).count(),
                suites.stream().filter(suite -> suite.error().isPresent()).count(),
                suites.stream().filter(SuiteResult::passed).count() - skippedSuites,
                skippedSuites,
                suites.size());
        long skippedCases = cases.stream().filter(CaseResult::skipped).count();
        Counts ofCases = new Counts(
                cases.stream().filter(test -> !test.passed()).count(),
                cases.stream().filter(test -> test.error().isPresent()).count(),
                cases.stream().filter(CaseResult::passed).count() - skippedCases,
                skippedCases,
                cases.size());
        return "\nCharts:      " + ofCharts + "\nTest Suites: " + ofSuites + "\nTests:       " + ofCases
                + "\nSnapshot:    " + new Counts(changed, 0, snapshots - changed, 0, snapshots) + "\nTime:        "
                + time(duration) + "\n\n";
    }

    private record Counts(long failed, long broken, long passed, long skipped, long total) {
        @Override
        public String toString() {
            return (failed > 0 ? failed + " failed, " : "")
                    + (broken > 0 ? broken + " errored, " : "")
                    + passed + " passed, "
                    + (skipped > 0 ? skipped + " skipped, " : "")
                    + total + " total";
        }
    }

    /** As Go prints a duration below a minute. */
    private static String time(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < 1000
                ? String.format(Locale.ROOT, "%.6f", millis).replaceAll("\\.?0+$", "") + "ms"
                : String.format(Locale.ROOT, "%.9f", millis / 1000).replaceAll("\\.?0+$", "") + "s";
    }
}
