package decs.core.request;

import decs.helm.render.RenderedChart;
import java.util.Objects;

/**
 * A release rendered.
 *
 * @param text what {@code helm template} prints of it
 */
public record RenderedRelease(ReleaseRef release, RenderedChart chart, String text) {
    public RenderedRelease {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(text, "text");
    }
}
