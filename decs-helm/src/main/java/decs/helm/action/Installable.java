package decs.helm.action;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.template.source.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a chart can be installed or rendered at all.
 *
 * <p>Mirrors: action.checkIfInstallable, action.CheckDependencies
 */
public final class Installable {
    private Installable() {}

    /**
     * Checks {@code chart} and returns what Helm warns of.
     *
     * @throws ChartException when it is a library, or lacks dependencies that Chart.yaml names
     */
    public static List<String> check(Chart chart, HelmVersion version) {
        if (chart.metadata().isLibrary()) {
            throw new ChartException("library charts are not installable");
        }
        List<String> missing = new ArrayList<>();
        for (Dependency dependency : chart.metadata().dependencies()) {
            if (chart.subcharts().stream().noneMatch(sub -> sub.name().equals(dependency.name()))) {
                missing.add(dependency.name());
            }
        }
        if (!missing.isEmpty()) {
            throw missing(chart, missing, version);
        }
        return chart.metadata().deprecated() ? List.of(deprecated(version)) : List.of();
    }

    private static String deprecated(HelmVersion version) {
        return version == HelmVersion.V3
                ? "WARNING: This chart is deprecated"
                : "level=WARN msg=\"this chart is deprecated\"";
    }

    private static ChartException missing(Chart chart, List<String> names, HelmVersion version) {
        String found = "found in Chart.yaml, but missing in charts/ directory: " + String.join(", ", names);
        String text = version == HelmVersion.V3
                ? "An error occurred while checking for chart dependencies. You may need to run `helm dependency build`"
                        + " to fetch missing dependencies: "
                : "an error occurred while checking for chart dependencies. You may need to run 'helm dependency build'"
                        + " to fetch missing dependencies: ";
        Problem problem = Problem.of("chart " + chart.name() + " lacks dependencies: " + String.join(", ", names))
                .withHint("--dependency-update brings them; `helm dependency build` puts them into charts/");
        return new ChartException(text + found, List.of(problem), null);
    }
}
