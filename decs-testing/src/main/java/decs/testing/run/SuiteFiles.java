package decs.testing.run;

import decs.helm.chart.Chart;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.testing.check.Checks;
import decs.testing.suite.Suite;
import decs.testing.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds and reads the suites of a chart and of its subcharts that are on, before any of them is run. */
final class SuiteFiles {
    private final TestOptions options;
    private final Chart root;
    private final DependencySwitch on;
    private final List<Placed> suites = new ArrayList<>();
    private final List<SuiteResult> unread = new ArrayList<>();

    /** A suite, and where it stands. */
    record Placed(SuitePlace place, Suite suite) {}

    /** A chart of the tree. */
    private record Level(Chart chart, List<String> names, Path folder) {}

    /** @param given over the chart's own values: subcharts are switched on and off by both */
    SuiteFiles(TestOptions options, Chart root, GivenValues given) {
        this.options = options;
        this.root = root;
        this.on = new DependencySwitch(given.over(root.values()));
    }

    /** What {@link #read} found. */
    List<Placed> suites() {
        return suites;
    }

    /** Files that cannot be read as suites. */
    List<SuiteResult> unread() {
        return unread;
    }

    /**
     * Reads all suites of the chart in {@code folder}. What is wrong in a subchart's leaves out that subchart.
     *
     * @throws DecsException for the first file of the chart's own that is wrong; it is among the unread then
     */
    void read(Path folder) {
        read(new Level(root, List.of(), folder));
    }

    private void read(Level level) {
        List<Placed> own = new ArrayList<>();
        for (Path file : FilePatterns.find(level.folder(), options.files())) {
            String shown = shown(file);
            SuitePlace place = new SuitePlace(root, level.names(), file, shown);
            try {
                String text = Files.readString(file);
                new SuiteReader(options.strict(), Checks.names())
                        .read(Source.of(shown, text))
                        .forEach(suite -> own.add(new Placed(place, suite)));
            } catch (DecsException broken) {
                unread.add(SuiteResult.broken("", shown, broken.getMessage()));
                throw broken;
            } catch (IOException failed) {
                unread.add(SuiteResult.broken("", shown, failed.getMessage()));
                throw new DecsException(failed.getMessage(), failed);
            }
        }
        suites.addAll(own);
        Path tests = level.folder().resolve(options.testsChart());
        if (!options.testsChart().isEmpty() && Files.exists(tests)) {
            new TestsChart(tests, options)
                    .suites()
                    .forEach(each -> suites.add(new Placed(
                            new SuitePlace(root, level.names(), each.file(), shown(each.file())), each.suite())));
        }
        if (options.subcharts()) {
            level.chart().subcharts().stream()
                    .filter(subchart -> on.on(level.chart(), subchart))
                    .forEach(subchart -> below(level, subchart));
        }
    }

    private String shown(Path file) {
        return options.folder().relativize(file).toString();
    }

    private void below(Level level, Chart subchart) {
        List<String> names = new ArrayList<>(level.names());
        names.add(subchart.name());
        try {
            read(new Level(subchart, names, level.folder().resolve("charts/" + subchart.name())));
        } catch (DecsException told) {
            return; // its file is among the unread; the other suites run
        }
    }
}
