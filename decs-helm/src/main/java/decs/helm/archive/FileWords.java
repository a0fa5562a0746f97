package decs.helm.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;

/** Why a file could not be read or written, in the words of the system rather than of Java's types. */
public final class FileWords {
    private FileWords() {}

    /** {@code PATH: no such file or directory}, {@code PATH: permission denied}, … */
    public static String of(IOException failure) {
        if (!(failure instanceof FileSystemException at)) {
            return Optional.ofNullable(failure.getMessage())
                    .orElse(failure.getClass().getSimpleName());
        }
        String why = at instanceof NoSuchFileException
                ? "no such file or directory"
                : at instanceof AccessDeniedException
                        ? "permission denied"
                        : Optional.ofNullable(at.getReason())
                                .map(reason -> reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1))
                                .orElse(at.getClass().getSimpleName());
        return at.getFile() == null ? why : at.getFile() + ": " + why;
    }
}
