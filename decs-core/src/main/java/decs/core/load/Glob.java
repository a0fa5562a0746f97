package decs.core.load;

import decs.helm.archive.PathPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files and folders that a path with wildcards means. A wildcard stands within one name, {@code **} too; a folder that
 * cannot be read matches nothing.
 *
 * <p>Mirrors: filepath.Glob
 */
final class Glob {
    private static final Pattern WILDCARD = Pattern.compile("[*?\\[\\\\]");

    private Glob() {}

    static boolean isPattern(String path) {
        return WILDCARD.matcher(path).find();
    }

    /** What there is, sorted. {@code folder} is taken as it is written, whatever characters its names have. */
    static List<Path> find(Path folder, String pattern) {
        Path base = pattern.startsWith("/") ? Path.of("/") : folder;
        Stream<Path> found = Stream.of(base);
        for (Path name : Path.of(pattern).normalize()) {
            found = found.flatMap(place -> in(place, name.toString()).stream());
        }
        return found.map(Path::normalize).sorted().toList();
    }

    private static List<Path> in(Path folder, String name) {
        if (!isPattern(name)) {
            Path path = folder.resolve(name);
            return Files.exists(path) ? List.of(path) : List.of();
        }
        PathPattern pattern = PathPattern.of(name);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> pattern.matches(file.getFileName().toString()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
