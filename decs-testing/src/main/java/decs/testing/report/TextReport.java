package decs.testing.report;

import decs.testing.run.CaseResult;
import decs.testing.run.ChartResult;
import decs.testing.run.SuiteResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The results on a terminal, as helm-unittest tells them: what is wrong in full, then how many of what. */
public final class TextReport {
    private TextReport() {}

    public static String of(List<ChartResult> charts, Duration duration) {
        StringBuilder out = new StringBuilder();
        charts.forEach(chart -> chart(chart, out));
        return out.append(summary(charts, duration)).toString();
    }

    private static void chart(ChartResult chart, StringBuilder out) {
        chart.unread().forEach(suite -> suite(suite, out));
        if (chart.error().isPresent()) {
            out.append("\n### Error:  ").append(chart.error().get()).append("\n\n");
            return;
        }
        out.append("\n### Chart [ ").append(chart.name()).append(" ] ");
        out.append(chart.path()).append("\n\n");
        chart.suites().forEach(suite -> suite(suite, out));
    }

    private static void suite(SuiteResult suite, StringBuilder out) {
        String word = suite.skipped() ? "SKIP" : suite.passed() ? "PASS" : "FAIL";
        out.append(' ')
                .append(word)
                .append("  ")
                .append(suite.name())
                .append('\t')
                .append(suite.path())
                .append('\n');
        suite.error()
                .ifPresent(error ->
                        out.append("\t- Execution Error: \n\t\t").append(error).append("\n\n"));
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
        out.append("\t- ").append(test.name()).append('\n');
        if (test.error().isPresent()) {
            out.append("\t\tError: ").append(test.error().get()).append("\n\n");
            return;
        }
        out.append('\n');
        for (CaseResult.Failure failure : test.failures()) {
            out.append("\t\t- asserts[").append(failure.index()).append("] ");
            out.append(failure.not() ? "NOT " : "")
                    .append('`')
                    .append(failure.type())
                    .append("` fail\n");
            failure.lines().forEach(line -> out.append("\t\t\t").append(line).append('\n'));
            out.append('\n');
        }
    }

    private static String summary(List<ChartResult> charts, Duration duration) {
        List<SuiteResult> suites = charts.stream()
                .flatMap(chart -> Stream.concat(chart.unread().stream(), chart.suites().stream()))
                .toList();
        List<CaseResult> cases =
                suites.stream().flatMap(suite -> suite.cases().stream()).toList();
        int snapshots = suites.stream().mapToInt(SuiteResult::snapshots).sum();
        int changed = suites.stream().mapToInt(SuiteResult::changed).sum();
        long suitesChanged = suites.stream()
                .filter(suite -> !suite.passed() && suite.changed() > 0)
                .count();
        String hint = changed == 0
                ? ""
                : "\nSnapshot Summary: " + changed + " snapshot failed in " + suitesChanged
                        + " test suite. Check changes and use `-u` to update snapshot.\n";
        return hint + "\nCharts:      "
                + Counts.of(charts, ChartResult::passed, chart -> false, chart -> chart.error()
                        .isPresent())
                + "\nTest Suites: "
                + Counts.of(suites, SuiteResult::passed, SuiteResult::skipped, suite -> suite.error()
                        .isPresent())
                + "\nTests:       "
                + Counts.of(cases, CaseResult::passed, CaseResult::skipped, test -> test.error()
                        .isPresent())
                + "\nSnapshot:    " + new Counts(changed, 0, snapshots - changed, 0, snapshots)
                + "\nTime:        " + time(duration) + "\n\n";
    }

    private record Counts(long failed, long broken, long passed, long skipped, long total) {
        static <T> Counts of(List<T> all, Predicate<T> passed, Predicate<T> skipped, Predicate<T> broken) {
            long passedOver = all.stream().filter(skipped).count();
            long failed = all.stream()
                    .filter(each -> !skipped.test(each) && !passed.test(each))
                    .count();
            long torn = all.stream().filter(broken).count();
            return new Counts(failed, torn, all.size() - failed - passedOver, passedOver, all.size());
        }

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
