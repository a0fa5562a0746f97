package decs.helm.repo;

import decs.helm.archive.Digests;
import decs.helm.archive.FileWords;
import decs.helm.archive.WholeFile;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file, or a folder with all that is in it: its digest, and copies of it. Links are refused. */
final class FileTree {
    private FileTree() {}

    /** The digest of a file's bytes, or of the names and digests of a folder's files; with its {@code sha256:}. */
    static String digest(Path path) {
        if (!Files.isDirectory(path)) {
            return "sha256:" + Digests.sha256(path);
        }
        StringBuilder lines = new StringBuilder();
        for (Path file : files(path)) {
            String name = path.relativize(file).toString().replace('\\', '/');
            lines.append(Digests.sha256(file)).append("  ").append(name).append('\n');
        }
        return "sha256:" + Digests.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(path -> !Files.isDirectory(path)).toList();
            for (Path file : files) {
                if (!WholeFile.isPlain(file)) {
                    throw new DecsException(file + " is a link or no plain file; it is not read");
                }
            }
            return files.stream().sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException unreadable) {
            throw new DecsException("open " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Copies a file or folder to where nothing is yet: all of it, or nothing. */
    static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Path draft = Files.createTempDirectory(to.getParent(), ".copy");
            try {
                Path whole = draft.resolve("whole");
                if (Files.isDirectory(from)) {
                    Files.createDirectories(whole);
                    for (Path file : files(from)) {
                        Path target = whole.resolve(from.relativize(file).toString());
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target);
                    }
                } else {
                    Files.copy(from, whole);
                }
                Files.move(whole, to, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException done) {
                // the same content has the same name: it was copied before
            } finally {
                remove(draft);
            }
        } catch (IOException failed) {
            throw new DecsException("cannot write " + to + ": " + FileWords.of(failed), failed);
        }
    }

    static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
