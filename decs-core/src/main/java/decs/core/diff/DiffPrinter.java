package decs.core.diff;

/** A printed form of a comparison. */
@FunctionalInterface
public interface DiffPrinter {
    /** The text, which ends in a newline unless it is empty. */
    String print(ManifestDiff diff, DiffStyle style);
}
