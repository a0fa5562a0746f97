package decs.helm.action;

import decs.helm.render.RenderRequest;
import java.util.Objects;

/** What {@link Template} renders and prints. */
public record TemplateRequest(RenderRequest render, TemplateOutput output) {
    public TemplateRequest {
        Objects.requireNonNull(render, "render");
        Objects.requireNonNull(output, "output");
    }
}
