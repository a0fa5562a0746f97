package decs.helm.repo;

import java.util.Objects;

/**
 * A file in decs.lock, or the tree of a git repository.
 *
 * @param source its address, without credentials; of a tree the repository and its ref
 * @param digest of the file's bytes, or of the names and bytes of the tree's files; with its {@code sha256:}
 * @param file the copy, relative to the folder of decs.lock; empty when there is none
 */
public record LockedFile(String source, String digest, String file) {
    public LockedFile {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(file, "file");
    }

    LockedFile at(String file) {
        return new LockedFile(source, digest, file);
    }
}
