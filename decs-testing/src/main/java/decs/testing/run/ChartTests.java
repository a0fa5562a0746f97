package decs.testing.run;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.Dependency;
import decs.helm.render.ChartRenderer;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.testing.check.Checks;
import decs.testing.snapshot.SnapshotFile;
import decs.testing.suite.Suite;
import decs.testing.suite.SuiteReader;
import decs.testing.suite.TestCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs the suites of charts: those of each chart's own folder, then those of its subcharts. */
public final class ChartTests {
    /** The version of helm-unittest whose suites are understood. */
    static final String UNDERSTOOD = "1.1.0";

    private final ChartRenderer renderer;
    private final TestOptions options;

    public ChartTests(ChartRenderer renderer, TestOptions options) {
        this.renderer = Objects.requireNonNull(renderer, "renderer");
        this.options = Objects.requireNonNull(options, "options");
    }

    /** Runs the suites of the chart at {@code path}, a folder or an archive. */
    public ChartResult run(String path) {
        Path folder = options.folder().resolve(path).normalize();
        List<SuiteResult> suites = new ArrayList<>();
        Chart chart;
        try {
            if (!Files.exists(folder)) {
                throw new DecsException("stat " + path + ": no such file or directory");
            }
            chart = new ChartLoader(options.version(), options.limits()).load(folder);
        } catch (DecsException unread) {
            return new ChartResult("", path, Optional.of(unread.getMessage()), suites);
        }
        suites(new Level(chart, List.of(), folder, path.replaceAll("(?<=.)/+$", "")), suites);
        return new ChartResult(chart.name(), path, Optional.empty(), suites);
    }

    /** A chart of the tree, with its folder. */
    private record Level(Chart root, List<String> names, Path folder, String shown) {}

    private void suites(Level level, List<SuiteResult> results) {
        for (Path file : FilePatterns.find(level.folder(), options.files())) {
            String shown = level.shown() + "/" + level.folder().relativize(file);
            for (SuiteResult result : file(new SuitePlace(level.root(), level.names(), file, shown))) {
                results.add(result);
                if (options.failFast() && !result.passed()) {
                    return;
                }
            }
        }
        Path below = level.folder().resolve("charts");
        if (!options.subcharts() || !Files.isDirectory(below)) {
            return;
        }
        for (Path folder : FilePatterns.find(below, List.of("*/Chart.yaml")).stream().map(Path::getParent).toList()) {
            String name = folder.getFileName().toString();
            List<String> names = new ArrayList<>(level.names());
            names.add(name);
            if (enabled(level, name)) {
                suites(new Level(level.root(), names, folder, level.shown() + "/charts/" + name), results);
            }
        }
    }

    /** Whether a subchart would be rendered by its parent's defaults. */
    private static boolean enabled(Level level, String name) {
        Chart parent = level.root();
        for (String step : level.names()) {
            parent = parent.subcharts().stream()
                    .filter(sub -> sub.name().equals(step))
                    .findFirst()
                    .orElse(parent);
        }
        for (Dependency dependency : parent.metadata().dependencies()) {
            if (dependency.name().equals(name) || dependency.alias().equals(name)) {
                return new DependencySwitch(parent.values()).on(dependency);
            }
        }
        return true;
    }

    private List<SuiteResult> file(SuitePlace place) {
        List<Suite> suites;
        try {
            String text = Files.readString(place.file());
            suites = new SuiteReader(options.strict(), Checks.names()).read(Source.of(place.shown(), text));
        } catch (DecsException broken) {
            return List.of(SuiteResult.broken("", place.shown(), broken.getMessage()));
        } catch (IOException unread) {
            return List.of(SuiteResult.broken("", place.shown(), unread.getMessage()));
        }
        List<SuiteResult> results = new ArrayList<>();
        for (Suite suite : suites) {
            results.add(suite(place, suite));
        }
        return results;
    }

    private SuiteResult suite(SuitePlace place, Suite suite) {
        String name = place.file().getFileName()
                + (suite.snapshotId().isEmpty() ? "" : "_" + suite.snapshotId())
                + ".snap";
        SnapshotFile snapshots =
                SnapshotFile.open(place.file().resolveSibling("__snapshot__").resolve(name), options.update());
        CaseRender render = new CaseRender(renderer, place, suite, options);
        List<CaseResult> cases = new ArrayList<>();
        for (TestCase test : suite.cases()) {
            boolean skipped = suite.skip().filter(ChartTests::skips).isPresent()
                    || test.skip().filter(ChartTests::skips).isPresent();
            CaseResult result = skipped
                    ? CaseResult.skipped(test.name())
                    : new CaseRun(render, suite, test, snapshots.of(test.name()), options).run();
            cases.add(result);
            if (options.failFast() && !result.passed()) {
                break;
            }
        }
        snapshots.write();
        return new SuiteResult(
                suite.name(), place.shown(), Optional.empty(), cases, snapshots.total(), snapshots.failed());
    }

    private static boolean skips(Suite.Skip skip) {
        return !skip.reason().isEmpty() || newer(skip.minimumVersion());
    }

    private static boolean newer(String version) {
        String[] wanted = version.split("[.-]");
        String[] own = UNDERSTOOD.split("\\.");
        for (int i = 0; i < own.length && i < wanted.length; i++) {
            int difference = number(wanted[i]) - number(own[i]);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
