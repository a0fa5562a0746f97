package decs.testing.report;

import decs.testing.run.CaseResult;
import decs.testing.run.SuiteResult;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What all reports say alike: how a test went, how long things took. */
final class Told {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Told() {}

    /** Everything that is wrong with a test, or that it was passed over. */
    static String text(CaseResult test) {
        StringBuilder text = new StringBuilder();
        if (test.skipped()) {
            text.append("SKIPPED '").append(test.name()).append("' \n");
        }
        test.error().ifPresent(error -> text.append(error).append('\n'));
        for (CaseResult.Failure failure : test.failures()) {
            text.append("\t\t ").append(title(failure)).append(" \n");
            failure.lines().forEach(line -> text.append("\t\t\t ").append(line).append(" \n"));
        }
        return text.toString();
    }

    static String title(CaseResult.Failure failure) {
        return "- asserts[" + failure.index() + "]" + (failure.not() ? " NOT" : "") + " `" + failure.type() + "` fail";
    }

    /** The same in one line. */
    static String line(CaseResult test) {
        return text(test).replace("\n", ",").replace("\t", "");
    }

    static boolean failed(CaseResult test) {
        return !test.skipped() && !test.passed() && test.error().isEmpty();
    }

    static boolean broken(CaseResult test) {
        return !test.skipped() && test.error().isPresent();
    }

    static long count(List<SuiteResult> suites, Predicate<CaseResult> which) {
        return suites.stream()
                .flatMap(suite -> suite.cases().stream())
                .filter(which)
                .count();
    }

    /** What follows the last slash of a suite's name. */
    static String classname(SuiteResult suite) {
        return suite.name().substring(suite.name().lastIndexOf('/') + 1);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }

    static String seconds(SuiteResult suite) {
        return seconds(suite.cases().stream().map(CaseResult::duration).reduce(Duration.ZERO, Duration::plus));
    }

    static String date(LocalDateTime time) {
        return DATE.format(time);
    }

    static String time(LocalDateTime time) {
        return TIME.format(time);
    }

    /** The platform in the place of Go's. */
    static String platform() {
        return "java" + System.getProperty("java.version") + "." + System.getProperty("os.name") + "-"
                + System.getProperty("os.arch");
    }
}
