package decs.helm.archive;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A file that is written as a whole or not at all: into another one beside it, which then takes its name. A link in its
 * place is refused, never followed.
 */
public final class WholeFile {
    private final Path path;
    private final boolean secret;

    private WholeFile(Path path, boolean secret) {
        this.path = path;
        this.secret = secret;
    }

    public static WholeFile at(Path path) {
        return new WholeFile(path, false);
    }

    /** A file that only its owner may read. */
    public static WholeFile secret(Path path) {
        return new WholeFile(path, true);
    }

    /** Writes {@code content}; folders above are made. */
    public void write(byte[] content) {
        if (Files.isSymbolicLink(path)) {
            String text = path + " is a symbolic link; it is not written through";
            throw new DecsException(
                    text, List.of(Problem.of(text).withHint("remove the link, or write what it leads to")), null);
        }
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".", ".part", attributes(folder));
            try {
                Files.write(draft, content);
                Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failed) {
            throw new DecsException("cannot write " + path + ": " + FileWords.of(failed), failed);
        }
    }

    private FileAttribute<?>[] attributes(Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        String rights = secret ? "rw-------" : "rw-r--r--";
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /** Whether {@code path} is there and no link. */
    public static boolean isPlain(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }
}
