package decs.testing.report;

import decs.testing.run.CaseResult;
import decs.testing.run.SuiteResult;
import java.util.List;

/** JUnit's XML: a {@code testsuite} for each suite. */
final class JUnitReport {
    private JUnitReport() {}

    static Xml of(List<SuiteResult> suites, ReportPlace place) {
        Xml all = new Xml("testsuites");
        for (int id = 0; id < suites.size(); id++) {
            all.with(suite(id, suites.get(id), place));
        }
        return all;
    }

    private static Xml suite(int id, SuiteResult suite, ReportPlace place) {
        List<SuiteResult> one = List.of(suite);
        int broken = suite.error().isPresent() ? 1 : 0;
        Xml told = new Xml("testsuite")
                .with("id", id)
                .with("tests", suite.cases().size() + broken)
                .with("failures", Told.count(one, Told::failed))
                .with("errors", Told.count(one, Told::broken) + broken)
                .with("package", "")
                .with("time", Told.seconds(suite))
                .with("name", suite.name())
                .with("timestamp", Told.date(place.time()) + "T" + Told.time(place.time()))
                .with("hostname", place.host())
                .with(new Xml("properties")
                        .with(new Xml("property")
                                .with("name", "helm-unittest.version")
                                .with("value", "1.6")));
        suite.error()
                .ifPresent(error -> told.with(new Xml("testcase")
                        .with("classname", suite.path())
                        .with("name", "suite")
                        .with("time", "0.000")
                        .with(problem("error", "Error", error))));
        suite.cases().forEach(test -> told.with(test(suite, test)));
        return told;
    }

    private static Xml test(SuiteResult suite, CaseResult test) {
        Xml told = new Xml("testcase")
                .with("classname", Told.classname(suite))
                .with("name", test.name())
                .with("time", Told.seconds(test.duration()));
        if (test.skipped()) {
            return told.with(new Xml("skipped").with("message", Told.line(test)));
        }
        if (test.error().isPresent()) {
            return told.with(problem("error", "Error", test.error().get()));
        }
        return test.passed() ? told : told.with(problem("failure", "Failed", Told.line(test)));
    }

    private static Xml problem(String name, String message, String text) {
        return new Xml(name).with("message", message).with("type", "").text(text);
    }
}
