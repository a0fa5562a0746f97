package decs.helm.render;

import java.util.Objects;

/**
 * A file below {@code crds/}, never rendered.
 *
 * @param path with the chart's own path in front, such as {@code app/crds/x.yaml}
 */
public record CrdFile(String path, String text) {
    public CrdFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
    }
}
