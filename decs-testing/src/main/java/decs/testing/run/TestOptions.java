package decs.testing.run;

import decs.helm.chart.HelmVersion;
import decs.template.language.Host;
import decs.template.language.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How suites are run.
 *
 * @param files patterns of the suites' files, relative to a chart
 * @param values patterns of values files, relative to {@code folder}
 * @param trees more values, laid over those of the files
 * @param update whether snapshots that differ are replaced
 * @param subcharts whether the suites of enabled subcharts run, too
 * @param failFast whether the first failure ends everything
 * @param strict whether keys that mean nothing are refused
 * @param skipSchema whether values.schema.json is left unread
 * @param testsChart a chart in a folder below the chart, whose templates give more suites; empty for none
 * @param renders a folder that keeps what was rendered, for a look at it
 * @param folder where relative paths start
 * @param postRendering runs the programs that suites send their text through
 */
public record TestOptions(
        List<String> files,
        List<String> values,
        List<Map<String, Object>> trees,
        boolean update,
        boolean subcharts,
        boolean failFast,
        boolean strict,
        boolean skipSchema,
        String testsChart,
        Optional<Path> renders,
        HelmVersion version,
        Host host,
        Limits limits,
        Path folder,
        PostRendering postRendering) {
    public TestOptions {
        files = files.isEmpty() ? List.of("tests/*_test.yaml") : List.copyOf(files);
        values = List.copyOf(values);
        trees = List.copyOf(trees);
        Objects.requireNonNull(testsChart, "testsChart");
        Objects.requireNonNull(renders, "renders");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(postRendering, "postRendering");
    }

    /** The suites of {@code tests/*_test.yaml} for charts in {@code folder}, with Helm 4's rules; nothing is updated. */
    public static TestOptions in(Path folder) {
        return new TestOptions(
                List.of(),
                List.of(),
                List.of(),
                false,
                true,
                false,
                false,
                false,
                "",
                Optional.empty(),
                HelmVersion.V4,
                Host.system(),
                Limits.defaults(),
                folder,
                PostRendering.REFUSED);
    }
}
