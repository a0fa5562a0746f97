package decs.testing.report;

import decs.testing.run.CaseResult;
import decs.testing.run.SuiteResult;
import java.util.List;

/** NUnit's XML, version 2: a {@code test-suite} for each suite. */
final class NUnitReport {
    private NUnitReport() {}

    static Xml of(List<SuiteResult> suites, ReportPlace place) {
        long broken = suites.stream().filter(suite -> suite.error().isPresent()).count();
        Xml all = new Xml("test-results")
                .with("name", "helm-unittest")
                .with("total", Told.count(suites, test -> true) + broken)
                .with("errors", Told.count(suites, Told::broken) + broken)
                .with("failures", Told.count(suites, Told::failed))
                .with("inconclusive", 0)
                .with("not-run", 0)
                .with("ignored", 0)
                .with("skipped", Told.count(suites, CaseResult::skipped))
                .with("invalid", 0)
                .with("date", Told.date(place.time()))
                .with("time", Told.time(place.time()))
                .with(environment(place))
                .with(new Xml("culture-info")
                        .with("current-culture", place.language())
                        .with("current-uiculture", place.language()));
        suites.forEach(suite -> all.with(suite(suite)));
        return all;
    }

    private static Xml environment(ReportPlace place) {
        return new Xml("environment")
                .with("nunit-version", "2.5.8.0")
                .with("clr-version", "unknown")
                .with("os-version", "unknown")
                .with("platform", Told.platform())
                .with("cwd", place.folder())
                .with("machine-name", place.host())
                .with("user", place.user())
                .with("user-domain", "");
    }

    private static Xml suite(SuiteResult suite) {
        Xml told = new Xml("test-suite")
                .with("type", "TestFixture")
                .with("name", suite.name())
                .with("description", suite.path())
                .with("success", suite.passed())
                .with("time", Told.seconds(suite))
                .with("executed", suite.error().isEmpty() && !suite.skipped())
                .with("asserts", "")
                .with("result", result(suite.passed(), suite.skipped()));
        suite.error().ifPresent(error -> told.with(failure("Error", error)));
        if (!suite.cases().isEmpty()) {
            Xml results = new Xml("results");
            suite.cases().forEach(test -> results.with(test(suite, test)));
            told.with(results);
        }
        return told;
    }

    private static Xml test(SuiteResult suite, CaseResult test) {
        Xml told = new Xml("test-case")
                .with("name", test.name())
                .with("description", Told.classname(suite) + "." + test.name())
                .with("success", test.passed() && !test.skipped())
                .with("time", Told.seconds(test.duration()))
                .with("executed", test.error().isEmpty() && !test.skipped())
                .with("asserts", 0)
                .with("result", result(test.passed(), test.skipped()));
        if (test.skipped()) {
            return told.with(new Xml("reason").with(new Xml("message").text(Told.text(test))));
        }
        return test.passed() ? told : told.with(failure("Failed", Told.text(test)));
    }

    private static Xml failure(String message, String trace) {
        return new Xml("failure").with(new Xml("message").text(message)).with(new Xml("stack-trace").text(trace));
    }

    private static String result(boolean passed, boolean skipped) {
        return skipped ? "Skipped" : passed ? "Success" : "Failed";
    }
}
