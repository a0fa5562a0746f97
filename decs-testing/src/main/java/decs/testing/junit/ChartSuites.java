package decs.testing.junit;

import decs.helm.render.ChartRenderer;
import decs.testing.report.Failures;
import decs.testing.run.CaseResult;
import decs.testing.run.ChartResult;
import decs.testing.run.ChartTests;
import decs.testing.run.SuiteResult;
import decs.testing.run.TestOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AssertionFailureBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The suites of charts as tests of JUnit 5, for a method with {@code @TestFactory}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> charts() {
 *     return ChartSuites.of(TestOptions.in(Path.of("charts")), "web", "worker");
 * }
 * }</pre>
 */
public final class ChartSuites {
    private ChartSuites() {}

    /** A container for each suite of the charts, with a test for each of its own. */
    public static Stream<DynamicNode> of(TestOptions options, String... charts) {
        List<ChartResult> results = new ChartTests(new ChartRenderer(), options).run(List.of(charts));
        return results.stream().flatMap(ChartSuites::nodes);
    }

    private static Stream<DynamicNode> nodes(ChartResult chart) {
        Stream<DynamicNode> suites =
                Stream.concat(chart.unread().stream(), chart.suites().stream()).map(ChartSuites::container);
        return chart.error()
                .map(error -> Stream.concat(suites, Stream.of(failing(chart.path(), error))))
                .orElse(suites);
    }

    private static DynamicNode container(SuiteResult suite) {
        Stream<DynamicNode> tests = suite.cases().stream().map(ChartSuites::test);
        Stream<DynamicNode> all = suite.error()
                .map(error -> Stream.concat(Stream.of(failing("readable", error)), tests))
                .orElse(tests);
        return DynamicContainer.dynamicContainer(suite.name() + " (" + suite.path() + ")", all);
    }

    private static DynamicNode test(CaseResult test) {
        return DynamicTest.dynamicTest(test.name(), () -> {
            Assumptions.assumeFalse(test.skipped(), "passed over");
            if (!test.passed()) {
                throw failure(Failures.text(test));
            }
        });
    }

    private static DynamicNode failing(String name, String error) {
        return DynamicTest.dynamicTest(name, () -> {
            throw failure(error);
        });
    }

    private static AssertionError failure(String text) {
        return AssertionFailureBuilder.assertionFailure().message(text).build();
    }
}
