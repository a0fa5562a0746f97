package decs.testing.run;

import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files by patterns, in which {@code **} stands for any folders, none among them. */
final class FilePatterns {
    private FilePatterns() {}

    /** The files below {@code folder}, pattern by pattern, each once. */
    static List<Path> find(Path folder, List<String> patterns) {
        Set<Path> found = new LinkedHashSet<>();
        for (String pattern : patterns) {
            Path path = folder.resolve(pattern).normalize();
            if (Files.isRegularFile(path)) {
                found.add(path);
            } else {
                found.addAll(matching(root(path), path.toString()));
            }
        }
        return new ArrayList<>(found);
    }

    /** The deepest folder without a sign in its path. */
    private static Path root(Path pattern) {
        Path root = pattern;
        while (root != null && (root.toString().matches(".*[*?\\[{].*") || !Files.isDirectory(root))) {
            root = root.getParent();
        }
        return root;
    }

    private static List<Path> matching(Path root, String pattern) {
        if (root == null) {
            return List.of();
        }
        PathMatcher deep = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        PathMatcher flat = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("/**/", "/"));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> deep.matches(file) || flat.matches(file))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new DecsException("cannot read " + root + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
