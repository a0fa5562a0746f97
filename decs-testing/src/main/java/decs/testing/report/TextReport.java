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
    private final Colours colours;

    public TextReport(boolean coloured) {
        this.colours = new Colours(coloured);
    }

    /** The results of charts that took {@code duration} in all. */
    public String of(List<ChartResult> charts, Duration duration) {
        StringBuilder out = new StringBuilder();
        charts.forEach(chart -> chart(chart, out));
        return out.append(summary(charts, duration)).toString();
    }

    private void chart(ChartResult chart, StringBuilder out) {
        chart.unread().forEach(suite -> suite(suite, out));
        if (chart.error().isPresent()) {
            String error = chart.error().get();
            out.append("\n### ").append(colours.red("Error: ")).append(' ');
            out.append(error).append("\n\n");
            return;
        }
        out.append("\n### Chart [ ").append(colours.bold(chart.name())).append(" ] ");
        out.append(colours.faint(chart.path())).append("\n\n");
        chart.suites().forEach(suite -> suite(suite, out));
    }

    private void suite(SuiteResult suite, StringBuilder out) {
        String label = suite.skipped()
                ? colours.onYellow(" SKIP ")
                : suite.passed() ? colours.onGreen(" PASS ") : colours.onRed(" FAIL ");
        int name = suite.path().lastIndexOf('/') + 1;
        out.append(label).append(' ').append(colours.bold(suite.name())).append('\t');
        out.append(colours.faint(name == 0 ? "./" : suite.path().substring(0, name)));
        out.append(suite.path().substring(name)).append('\n');
        suite.error().ifPresent(error -> out.append('\t')
                .append(colours.bold("- Execution Error: "))
                .append("\n\t\t")
                .append(error)
                .append("\n\n"));
        suite.cases().forEach(test -> test(test, out));
    }

    private void test(CaseResult test, StringBuilder out) {
        if (test.skipped()) {
            out.append('\t').append(colours.bold("- ")).append(colours.onYellow("SKIPPED"));
            out.append(colours.yellow(" '" + test.name() + "'")).append('\n');
        } else if (test.error().isPresent()) {
            String error = test.error().get();
            out.append('\t').append(colours.bold("- " + test.name())).append("\n\t\t");
            out.append(colours.bold("Error: " + error + "\n")).append('\n');
        } else if (!test.passed()) {
            out.append('\t').append(colours.red("- " + test.name() + "\n")).append('\n');
            test.failures().forEach(failure -> failure(failure, out));
        }
    }

    private void failure(CaseResult.Failure failure, StringBuilder out) {
        out.append("\t\t").append(colours.red(Told.title(failure))).append('\n');
        failure.lines().forEach(line -> out.append("\t\t\t").append(line).append('\n'));
        out.append('\n');
    }

    private String summary(List<ChartResult> charts, Duration duration) {
        List<SuiteResult> suites = charts.stream()
                .flatMap(chart -> Stream.concat(chart.unread().stream(), chart.suites().stream()))
                .toList();
        List<CaseResult> cases =
                suites.stream().flatMap(suite -> suite.cases().stream()).toList();
        int snapshots = suites.stream().mapToInt(SuiteResult::snapshots).sum();
        int changed = suites.stream().mapToInt(SuiteResult::changed).sum();
        return (changed == 0 ? "" : changes(suites, changed))
                + "\nCharts:      "
                + Counts.of(charts, ChartResult::passed, chart -> false, chart -> chart.error()
                                .isPresent())
                        .text(colours)
                + "\nTest Suites: "
                + Counts.of(suites, SuiteResult::passed, SuiteResult::skipped, suite -> suite.error()
                                .isPresent())
                        .text(colours)
                + "\nTests:       "
                + Counts.of(cases, CaseResult::passed, CaseResult::skipped, test -> test.error()
                                .isPresent())
                        .text(colours)
                + "\nSnapshot:    " + new Counts(changed, 0, snapshots - changed, 0, snapshots).text(colours)
                + "\nTime:        " + time(duration) + "\n\n";
    }

    private String changes(List<SuiteResult> suites, int changed) {
        long where = suites.stream()
                .filter(suite -> !suite.passed() && suite.changed() > 0)
                .count();
        return "\nSnapshot Summary: " + colours.red(changed + " snapshot failed") + " in " + where + " test suite."
                + colours.faint(" Check changes and use `-u` to update snapshot.") + "\n";
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

        String text(Colours colours) {
            return (failed > 0 ? colours.red(failed + " failed, ") : "")
                    + (broken > 0 ? broken + " errored, " : "")
                    + passed + " passed, "
                    + (skipped > 0 ? skipped + " skipped, " : "")
                    + total + " total";
        }
    }

    /** As Go prints a duration below a minute. */
    private static String time(Duration duration) {
        double nanos = duration.toNanos();
        return nanos >= 1e9
                ? number(nanos / 1e9) + "s"
                : nanos >= 1e6 ? number(nanos / 1e6) + "ms" : number(nanos / 1e3) + "µs";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.9f", value).replaceAll("\\.?0+$", "");
    }
}
