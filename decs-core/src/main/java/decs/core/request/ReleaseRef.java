package decs.core.request;

import decs.core.plan.ResolvedRelease;
import java.util.Objects;

/**
 * Which release is spoken of.
 *
 * @param file the state file that defines it, as messages show it
 * @param chart as written
 * @param shownChart as messages show it
 */
public record ReleaseRef(
        String file, String kubeContext, String namespace, String name, String chart, String shownChart) {
    public ReleaseRef {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(kubeContext, "kubeContext");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(shownChart, "shownChart");
    }

    public static ReleaseRef of(ResolvedRelease release) {
        return new ReleaseRef(
                release.state().file().shown(),
                release.kubeContext(),
                release.namespace(),
                release.name(),
                release.chart(),
                release.shownChart());
    }

    public ReleaseRef withShownChart(String shownChart) {
        return new ReleaseRef(file, kubeContext, namespace, name, chart, shownChart);
    }

    /** {@code namespace/name}, or the name alone. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }
}
