package decs.helm.render;

import java.util.Objects;

/**
 * One document that a template gave.
 *
 * @param path the template, such as {@code app/charts/db/templates/service.yaml}
 * @param text the document as rendered, without {@code ---}
 */
public record Manifest(String path, String text, ManifestHead head) {
    public Manifest {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(head, "head");
    }
}
