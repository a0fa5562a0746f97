package decs.helm.action;

import decs.helm.render.RenderedChart;
import decs.helm.render.RenderedHook;
import java.util.List;
import java.util.Objects;

/**
 * A rendered chart as data and as {@code helm template} prints it.
 *
 * @param hooks those that are printed
 * @param manifest the manifests after the post-renderer, as a release record would hold them
 * @param text what is printed
 * @param warnings what goes to standard error
 */
public record TemplateResult(
        RenderedChart rendered, List<RenderedHook> hooks, String manifest, String text, List<String> warnings) {
    public TemplateResult {
        Objects.requireNonNull(rendered, "rendered");
        hooks = List.copyOf(hooks);
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(text, "text");
        warnings = List.copyOf(warnings);
    }
}
