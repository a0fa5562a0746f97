package decs.helm.archive;

import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import decs.template.gofmt.GoString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The files of a chart in a folder, in the order of their names; links are followed, .helmignore is heeded.
 *
 * <p>Mirrors: loader.LoadDir, sympath.Walk
 */
final class FolderReader {
    private final Path root;
    private final FileBudget budget;
    private final Consumer<String> warnings;
    private final List<ChartFile> files = new ArrayList<>();
    private final Deque<Path> open = new ArrayDeque<>();
    private IgnoreRules rules = IgnoreRules.of("");

    FolderReader(Path root, FileBudget budget, Consumer<String> warnings) {
        this.root = root;
        this.budget = budget;
        this.warnings = warnings;
    }

    List<ChartFile> read() {
        try {
            Path ignore = root.resolve(".helmignore");
            if (Files.isRegularFile(ignore)) {
                rules = IgnoreRules.of(GoString.of(ByteMark.strip(Files.readAllBytes(ignore))));
            }
            folder(root.toRealPath(), "");
            return files;
        } catch (IOException failed) {
            throw new ChartException(
                    "cannot read chart folder " + root + ": " + FileWords.of(failed), List.of(), failed);
        }
    }

    private void folder(Path real, String path) throws IOException {
        if (open.contains(real)) {
            throw ChartException.because(
                    "error reading " + path + ": too many levels of symbolic links",
                    root.resolve(path) + " leads back to " + real + ", which it is in");
        }
        open.push(real);
        List<String> names;
        try (Stream<Path> children = Files.list(real)) {
            names = children.map(child -> child.getFileName().toString())
                    .sorted(GoString::compareBytes)
                    .toList();
        }
        for (String name : names) {
            entry(real.resolve(name), path.isEmpty() ? name : path + "/" + name);
        }
        open.pop();
    }

    private void entry(Path place, String path) throws IOException {
        Path real = place;
        BasicFileAttributes seen = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (seen.isSymbolicLink()) {
            real = resolve(place, path);
            seen = Files.readAttributes(real, BasicFileAttributes.class);
        }
        if (rules.ignores(path, seen.isDirectory())) {
            return;
        }
        if (seen.isDirectory()) {
            folder(real, path);
        } else if (seen.isRegularFile()) {
            budget.inFolder(path, seen.size());
            files.add(new ChartFile(
                    path,
                    ByteMark.strip(Files.readAllBytes(real)),
                    seen.lastModifiedTime().toInstant()));
        } else {
            throw new ChartException(
                    "cannot load irregular file " + root.resolve(path) + " as it has file mode type bits set");
        }
    }

    private Path resolve(Path link, String path) {
        try {
            Path real = link.toRealPath();
            warnings.accept("found symbolic link in path: " + root.resolve(path) + " resolves to " + real
                    + ". Contents of linked file included and used");
            return real;
        } catch (IOException broken) {
            throw new ChartException(
                    "error evaluating symlink " + root.resolve(path) + ": lstat " + target(link)
                            + ": no such file or directory",
                    List.of(),
                    broken);
        }
    }

    private static Path target(Path link) {
        try {
            return link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        } catch (IOException unreadable) {
            return link;
        }
    }
}
