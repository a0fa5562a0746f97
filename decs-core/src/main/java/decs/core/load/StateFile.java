package decs.core.load;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A state file that was found.
 *
 * @param path where it is, absolute
 * @param shown how messages name it: {@code ./helmfile.yaml}
 */
public record StateFile(Path path, String shown) {
    public StateFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(shown, "shown");
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** The folder that relative paths of the file start from. */
    public Path folder() {
        return path.getParent();
    }
}
