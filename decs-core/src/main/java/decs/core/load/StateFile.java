package decs.core.load;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A state file that was found.
 *
 * @param path where it is, absolute
 * @param shown how messages name it: {@code ./helmfile.yaml}
 * @param working for one of several files of a folder, where charts are looked for that do not lie beside it
 */
public record StateFile(Path path, String shown, Optional<Path> working) {
    public StateFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(working, "working");
    }

    StateFile(Path path, String shown) {
        this(path, shown, Optional.empty());
    }

    StateFile among(Path working) {
        return new StateFile(path, shown, Optional.of(working));
    }

    public String name() {
        return path.getFileName().toString();
    }

    /** The folder that relative paths of the file start from. */
    public Path folder() {
        return path.getParent();
    }
}
