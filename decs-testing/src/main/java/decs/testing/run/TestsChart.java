package decs.testing.run;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.render.ChartRenderer;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderRequest;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.testing.check.Checks;
import decs.testing.suite.Suite;
import decs.testing.suite.SuiteReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A chart whose templates give suites for another one. Such suites must be named; each has snapshots of its own. */
record TestsChart(Path folder, TestOptions options) {

    /** A suite, and the file of its template. */
    record Rendered(Path file, Suite suite) {}

    List<Rendered> suites() {
        Chart chart = new ChartLoader(options.version(), options.limits()).load(folder);
        ReleaseInfo release = new ReleaseInfo("TEST-SUITE-RELEASE", "NAMESPACE", 1, false);
        RenderRequest request = RenderRequest.of(chart, new ValueMap(), release, options.version())
                .withHost(options.host())
                .withLimits(options.limits());
        List<Rendered> suites = new ArrayList<>();
        new TreeMap<>(new ChartRenderer().texts(request)).forEach((template, text) -> {
            Path file = folder.resolve(template.substring(chart.name().length() + 1));
            suites(template, text).forEach(suite -> suites.add(new Rendered(file, suite)));
        });
        return suites;
    }

    private List<Suite> suites(String template, String text) {
        List<Suite> suites = new ArrayList<>();
        List<Suite> read = new SuiteReader(options.strict(), Checks.names()).read(Source.of(template, text));
        for (Suite suite : read) {
            if (suite.name().isEmpty()) {
                throw new DecsException("test suite template (" + template
                        + ") error: helm chart based test suites must include `suite` field");
            }
            suites.add(suite.snapshotId().isEmpty() ? suite.withSnapshotId(String.valueOf(suites.size())) : suite);
        }
        if (suites.isEmpty()) {
            throw new DecsException("test suite template (" + template + ") file did not render a manifest");
        }
        return suites;
    }
}
