package decs.testing.run;

import decs.helm.chart.Dependency;
import java.util.Map;

/** Whether a parent's values switch a dependency on: its condition where it has one that is a flag, else its tags. */
record DependencySwitch(Map<String, Object> values) {

    boolean on(Dependency dependency) {
        if (!dependency.condition().isEmpty()) {
            Object value = values;
            for (String step : dependency.condition().split("\\.")) {
                value = value instanceof Map<?, ?> map ? map.get(step) : null;
            }
            return !Boolean.FALSE.equals(value);
        }
        boolean tagged = !dependency.tags().isEmpty() && values.get("tags") instanceof Map<?, ?>;
        return !tagged
                || dependency.tags().stream().anyMatch(tag -> Boolean.TRUE.equals(((Map<?, ?>) values.get("tags")).get(tag)));
    }
}
