package decs.helm.render;

/**
 * Renders charts: dependencies, values, templates, documents. Safe to call from many threads; compiled templates and
 * schemas are kept and shared between renders.
 */
public final class ChartRenderer {
    public ChartRenderer() {}

    /**
     * The chart of {@code request}, rendered.
     *
     * @throws decs.template.source.DecsException with Helm's own text and, as problems, where and why
     */
    public RenderedChart render(RenderRequest request) {
        throw new UnsupportedOperationException("being written");
    }
}
