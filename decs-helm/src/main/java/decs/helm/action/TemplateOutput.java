package decs.helm.action;

import java.util.List;
import java.util.Objects;

/**
 * Which part of a rendered chart {@link Template} prints.
 *
 * @param showOnly patterns of template paths relative to the chart; empty means all ({@code --show-only})
 * @param includeCrds the files below {@code crds/} first ({@code --include-crds})
 * @param noHooks leaves hooks out ({@code --no-hooks})
 * @param skipTests leaves test hooks out ({@code --skip-tests})
 */
public record TemplateOutput(
        List<String> showOnly, boolean includeCrds, boolean noHooks, boolean skipTests, PostRenderer postRenderer) {
    private static final TemplateOutput ALL = new TemplateOutput(List.of(), false, false, false, PostRenderer.NONE);

    public TemplateOutput {
        showOnly = List.copyOf(showOnly);
        Objects.requireNonNull(postRenderer, "postRenderer");
    }

    /** Manifests and hooks, without CRDs, as {@code helm template} prints without options. */
    public static TemplateOutput all() {
        return ALL;
    }

    public TemplateOutput withCrds() {
        return new TemplateOutput(showOnly, true, noHooks, skipTests, postRenderer);
    }
}
