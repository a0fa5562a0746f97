package decs.core.request;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Runs the suites of unit tests that a release names; the engine itself knows no test format. */
@FunctionalInterface
public interface SuiteRunner {
    Outcome run(Suites suites);

    /** What helm-unittest's flags ask for. */
    enum Switch {
        FAIL_FAST,
        STRICT,
        UPDATE_SNAPSHOTS,
        NO_SUBCHARTS,
        SKIP_SCHEMA_VALIDATION
    }

    /**
     * The suites of one release.
     *
     * @param folder where relative paths start
     * @param chart the path of the chart's folder
     * @param files patterns of suites' files, relative to the chart
     * @param values the release's, laid over those of the suites
     */
    record Suites(Path folder, String chart, List<String> files, Map<String, Object> values, Set<Switch> switches) {
        public Suites {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(chart, "chart");
            files = List.copyOf(files);
            Objects.requireNonNull(values, "values");
            switches = Set.copyOf(switches);
        }
    }

    /**
     * What came of them.
     *
     * @param text what is to be printed
     */
    record Outcome(boolean passed, String text) {
        public Outcome {
            Objects.requireNonNull(text, "text");
        }
    }
}
