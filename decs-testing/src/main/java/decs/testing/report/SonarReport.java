package decs.testing.report;

import decs.testing.run.CaseResult;
import decs.testing.run.SuiteResult;
import java.util.List;

/** Sonar's generic test data: a {@code file} for each suite. */
final class SonarReport {
    private SonarReport() {}

    static Xml of(List<SuiteResult> suites) {
        Xml all = new Xml("testExecutions").with("version", 1);
        for (SuiteResult suite : suites) {
            Xml file = new Xml("file").with("path", suite.path());
            suite.error()
                    .ifPresent(error -> file.with(new Xml("testCase")
                            .with("name", "suite")
                            .with("duration", 0)
                            .with(new Xml("error").with("message", "Error").verbatim(error))));
            suite.cases().forEach(test -> file.with(test(test)));
            all.with(file);
        }
        return all;
    }

    private static Xml test(CaseResult test) {
        Xml told = new Xml("testCase")
                .with("name", test.name())
                .with("duration", test.duration().toMillis());
        if (test.skipped()) {
            return told.with(new Xml("skipped").with("message", "Skipped").verbatim(Told.text(test)));
        }
        if (test.error().isPresent()) {
            return told.with(new Xml("error")
                    .with("message", "Error")
                    .verbatim(test.error().get()));
        }
        return test.passed()
                ? told
                : told.with(new Xml("failure").with("message", "Failed").verbatim(Told.text(test)));
    }
}
