package decs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the repository itself: every package says what it is for, and no file grows past its concept unseen. */
class RepositoryRulesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int LONGEST_FILE = 800;

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<Path> silent = sources()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();
        assertEquals(List.of(), silent);
    }

    @Test
    void noFileGrowsPastItsConcept() {
        List<String> long_ = sources()
                .filter(file -> lines(file) > LONGEST_FILE)
                .map(file -> ROOT.relativize(file) + " has " + lines(file) + " lines")
                .toList();
        assertEquals(List.of(), long_);
    }

    @Test
    void broadCatchesAreFew() {
        List<String> broad = sources()
                .filter(file -> !file.toString().contains("/core/run/"))
                .flatMap(file -> {
                    String text = read(file);
                    return text.contains("catch (Exception ") || text.contains("catch (Throwable ")
                            ? Stream.of(ROOT.relativize(file).toString())
                            : Stream.empty();
                })
                .collect(Collectors.toList());
        assertEquals(List.of(), broad);
    }

    private static Stream<Path> sources() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules
                    .map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(RepositoryRulesTest::javaFiles)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
