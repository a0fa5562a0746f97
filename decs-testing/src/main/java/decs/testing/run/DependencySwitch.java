package decs.testing.run;

import decs.helm.chart.Chart;
import decs.helm.chart.Dependency;
import java.util.Map;

/** Which subcharts have their suites run: a condition that is a flag decides, and where there is none, the tags. */
record DependencySwitch(Map<String, Object> values) {

    /** Whether {@code subchart} is on; one that its parent does not list is. */
    boolean on(Chart parent, Chart subchart) {
        return parent.metadata().dependencies().stream()
                .filter(dependency -> subchart.name().equals(calledBy(dependency)))
                .findFirst()
                .map(this::on)
                .orElse(true);
    }

    private static String calledBy(Dependency dependency) {
        return dependency.alias().isEmpty() ? dependency.name() : dependency.alias();
    }

    private boolean on(Dependency dependency) {
        if (!dependency.condition().isEmpty()) {
            Object value = values;
            for (String step : dependency.condition().split("\\.")) {
                value = value instanceof Map<?, ?> map ? map.get(step) : null;
            }
            return !Boolean.FALSE.equals(value);
        }
        boolean tagged = !dependency.tags().isEmpty() && values.get("tags") instanceof Map<?, ?>;
        return !tagged
                || dependency.tags().stream()
                        .anyMatch(tag -> Boolean.TRUE.equals(((Map<?, ?>) values.get("tags")).get(tag)));
    }
}
