package decs.helm.chart;

import java.util.List;

/** Chart.lock: what each dependency was resolved to. */
public record ChartLock(String generated, String digest, List<Dependency> dependencies) {
    public ChartLock {
        dependencies = List.copyOf(dependencies);
    }
}
