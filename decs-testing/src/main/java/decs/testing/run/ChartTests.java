package decs.testing.run;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.render.ChartRenderer;
import decs.template.source.DecsException;
import decs.testing.snapshot.SnapshotFile;
import decs.testing.suite.Suite;
import decs.testing.suite.TestCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs the suites of charts: those of each chart's own folder, then those of its subcharts. */
public final class ChartTests {
    private final ChartRenderer renderer;
    private final TestOptions options;

    public ChartTests(ChartRenderer renderer, TestOptions options) {
        this.renderer = Objects.requireNonNull(renderer, "renderer");
        this.options = Objects.requireNonNull(options, "options");
    }

    /** Runs the suites of the charts at {@code paths}, folders or archives, one after the other. */
    public List<ChartResult> run(List<String> paths) {
        List<ChartResult> results = new ArrayList<>();
        for (String path : paths) {
            ChartResult result = run(path);
            results.add(result);
            if (options.failFast() && result.error().isPresent()) {
                break;
            }
        }
        return results;
    }

    private ChartResult run(String path) {
        Path folder = options.folder().resolve(path).normalize();
        List<SuiteResult> results = new ArrayList<>();
        List<SuiteResult> unread = new ArrayList<>();
        String name = "";
        try {
            if (!Files.exists(folder)) {
                throw new DecsException("stat " + path + ": no such file or directory");
            }
            Chart chart = new ChartLoader(options.version(), options.limits()).load(folder);
            name = chart.name();
            GivenValues given = GivenValues.of(options);
            SuiteFiles files = new SuiteFiles(options, chart, given);
            unread = files.unread();
            files.read(folder);
            run(files.suites(), given, results);
        } catch (DecsException broken) {
            return new ChartResult(name, path, Optional.of(broken.getMessage()), unread, results);
        }
        return new ChartResult(name, path, Optional.empty(), unread, results);
    }

    private void run(List<SuiteFiles.Placed> suites, GivenValues given, List<SuiteResult> results) {
        for (SuiteFiles.Placed each : suites) {
            SuiteResult result = run(each, given);
            results.add(result);
            if (options.failFast() && !result.passed()) {
                return;
            }
        }
    }

    private SuiteResult run(SuiteFiles.Placed placed, GivenValues given) {
        SuitePlace place = placed.place();
        Suite suite = placed.suite();
        SnapshotFile snapshots;
        try {
            snapshots = SnapshotFile.open(place.snapshots(suite), options.update());
        } catch (DecsException unread) {
            return SuiteResult.broken("", place.shown(), unread.getMessage());
        }
        CaseRender render = new CaseRender(renderer, place, suite, given, options);
        List<CaseResult> cases = new ArrayList<>();
        for (TestCase test : suite.cases()) {
            CaseResult result = SkipRule.skips(suite, test)
                    ? CaseResult.skipped(test.name())
                    : new CaseRun(render, suite, test, snapshots.of(test.name()), options.failFast()).run();
            cases.add(result);
            if (options.failFast() && !result.passed()) {
                break;
            }
        }
        snapshots.write();
        return new SuiteResult(
                suite.name(), place.shown(), Optional.empty(), cases, snapshots.total(), snapshots.failed());
    }
}
