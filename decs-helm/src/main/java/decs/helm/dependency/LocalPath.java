package decs.helm.dependency;

import decs.template.source.DecsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a dependency names: of its own with {@code file://}, else below the chart. */
final class LocalPath {
    private static final String FILE = "file://";

    private LocalPath() {}

    static boolean isOne(String repository) {
        return repository.startsWith(FILE);
    }

    static Path of(String repository, Path chart) {
        String text = repository.startsWith(FILE) ? repository.substring(FILE.length()) : repository;
        Path path = text.startsWith("/") ? Path.of(text) : chart.resolve(text).normalize();
        if (!Files.isDirectory(path)) {
            throw new DecsException("directory " + path + " not found");
        }
        return path;
    }
}
