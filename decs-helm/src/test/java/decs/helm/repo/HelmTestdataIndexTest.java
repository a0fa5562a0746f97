package decs.helm.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The indexes, repository files and archives of Helm's own tests. */
class HelmTestdataIndexTest {
    private static final Path DATA =
            Path.of("../../shared/helm-testdata").toAbsolutePath().normalize();
    private static final Set<String> EMPTY = Set.of("test-name-index.yaml");

    private static void assumeData() {
        assumeTrue(Files.isDirectory(DATA), "no ../shared/helm-testdata");
    }

    @TestFactory
    Stream<DynamicTest> indexesAreRead() throws IOException {
        assumeData();
        List<Path> indexes = new ArrayList<>();
        for (String folder : new String[] {"repo/v1", "downloader/repository", "cmd/helmhome/helm/repository"}) {
            try (Stream<Path> files = Files.walk(DATA.resolve(folder))) {
                files.filter(file -> file.getFileName().toString().matches(".*index.*\\.(yaml|json)"))
                        .sorted()
                        .forEach(indexes::add);
            }
        }
        return indexes.stream()
                .map(file -> DynamicTest.dynamicTest(DATA.relativize(file).toString(), () -> check(file)));
    }

    private static void check(Path file) {
        List<String> warnings = new ArrayList<>();
        RepositoryIndex index = RepositoryIndex.open("", "x", file, warnings::add);
        assertEquals(
                EMPTY.contains(file.getFileName().toString()), index.charts().isEmpty());
        index.all().forEach((name, versions) -> {
            for (int i = 1; i < versions.size(); i++) {
                assertFalse(
                        versions.get(i - 1).version().compareTo(versions.get(i).version()) < 0, name);
            }
        });
    }

    @Test
    void unorderedVersionsAreOrdered() {
        assumeData();
        RepositoryIndex index =
                RepositoryIndex.open("", "x", DATA.resolve("repo/v1/local-index-unordered.yaml"), warning -> {});
        assertEquals("0.2.0", index.find("nginx", "", false).version().original());
        assertEquals("0.1.0", index.find("nginx", "~0.1", false).version().original());
    }

    @Test
    void repositoryFilesAreRead() {
        assumeData();
        assertEquals(
                List.of("stable", "incubator"),
                RepositoryFile.read(DATA.resolve("repo/v1/repositories.yaml")).repositories().stream()
                        .map(Repository::name)
                        .toList());
        assertThrows(DecsException.class, () -> new ChartLoader(HelmVersion.V4, Limits.defaults())
                .load(DATA.resolve("action/charts/corrupted-compressed-chart.tgz")));
    }
}
