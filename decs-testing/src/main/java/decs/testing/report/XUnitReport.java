package decs.testing.report;

import decs.testing.run.CaseResult;
import decs.testing.run.SuiteResult;
import java.util.List;

/** xUnit.net's XML, version 2: an {@code assembly} for each suite. */
final class XUnitReport {
    private static final String METHOD = "Helm-Validation";

    private XUnitReport() {}

    static Xml of(List<SuiteResult> suites, ReportPlace place) {
        Xml all = new Xml("assemblies");
        suites.forEach(suite -> all.with(assembly(suite, place)));
        return all;
    }

    private static Xml assembly(SuiteResult suite, ReportPlace place) {
        List<SuiteResult> one = List.of(suite);
        int broken = suite.error().isPresent() ? 1 : 0;
        Xml told = new Xml("assembly")
                .with("name", suite.path())
                .with("config-file", suite.path())
                .with("test-framework", "helm-unittest")
                .with("run-date", Told.date(place.time()))
                .with("run-time", Told.time(place.time()))
                .with("time", Told.seconds(suite))
                .with("total", suite.cases().size() + broken)
                .with("passed", passed(one))
                .with("failed", Told.count(one, Told::failed))
                .with("skipped", Told.count(one, CaseResult::skipped))
                .with("errors", Told.count(one, Told::broken) + broken)
                .with(new Xml("environment").text(Told.platform()));
        Xml errors = new Xml("errors");
        suite.error()
                .ifPresent(error -> errors.with(new Xml("error")
                        .with("type", "Error")
                        .with("name", "Error")
                        .with(failure(METHOD + "-Error", "Error", error))));
        return suite.error().isPresent() ? told.with(errors) : told.with(errors).with(collection(suite, one));
    }

    private static long passed(List<SuiteResult> suites) {
        return Told.count(suites, test -> test.passed() && !test.skipped());
    }

    private static Xml collection(SuiteResult suite, List<SuiteResult> one) {
        Xml told = new Xml("collection")
                .with("name", suite.name())
                .with("time", Told.seconds(suite))
                .with("total", suite.cases().size())
                .with("passed", passed(one))
                .with("failed", Told.count(one, Told::failed))
                .with("skipped", Told.count(one, CaseResult::skipped));
        suite.cases().forEach(test -> told.with(test(suite, test)));
        return told;
    }

    private static Xml test(SuiteResult suite, CaseResult test) {
        Xml told = new Xml("test")
                .with("name", test.name())
                .with("type", Told.classname(suite))
                .with("method", METHOD)
                .with("time", Told.seconds(test.duration()))
                .with("result", test.skipped() ? "Skip" : test.passed() ? "Pass" : "Fail")
                .with(new Xml("traits"));
        if (test.skipped()) {
            return told.with(new Xml("reason").verbatim(Told.text(test)));
        }
        String kind = METHOD + (test.error().isPresent() ? "-Error" : "");
        return test.passed() ? told : told.with(failure(kind, "Failed", Told.text(test)));
    }

    private static Xml failure(String kind, String message, String trace) {
        return new Xml("failure")
                .with("exception-type", kind)
                .with(new Xml("message").verbatim(message))
                .with(new Xml("stack-trace").verbatim(trace));
    }
}
