package decs.helm.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitTreeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "git::https://h.test/o/r.git@charts/app?ref=v1, https://h.test/o/r.git, charts/app, v1",
        "git::https://h.test/o/r//charts/app?ref=v1&depth=1, https://h.test/o/r, charts/app, v1",
        "git::ssh://git@h.test/o/r.git@charts/app, ssh://git@h.test/o/r.git, charts/app, HEAD",
        "git::https://me:pw@h.test/o/r.git@charts/a@b, https://me:pw@h.test/o/r.git@charts/a, b, HEAD",
        "git::file:///srv/r.git@charts/app?ref=main, file:///srv/r.git, charts/app, main",
        "git::https://h.test/o/r, https://h.test/o/r, '', HEAD"
    })
    void addressesNameRepositoryPathAndRef(String text, String repository, String path, String ref) {
        GitTree.Place place = GitTree.Place.parse(text);
        assertEquals(repository, place.repository());
        assertEquals(path, place.path());
        assertEquals(ref, place.ref());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git::ext::sh -c x",
                "git::--upload-pack=x",
                "git::https://h.test/o/r@../../etc?ref=v1",
                "git::https://h.test/o/r//a/../../../etc",
                "git::https://h.test/o/r@charts?ref=--upload-pack=x",
                "git::https://h.test/o/r@charts?ref="
            })
    void addressesThatWouldDoSomethingElseAreRefused(String text) {
        assertThrows(DecsException.class, () -> GitTree.Place.parse(text));
    }

    private static void git(Path folder, String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                "git", "-c", "user.name=t", "-c", "user.email=t@example.test", "-c", "init.defaultBranch=main"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("git.log").toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> String.join(" ", words));
    }

    private static boolean hasGit() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aChartOfARepositoryIsLoadedByTag() throws IOException, InterruptedException {
        assumeTrue(hasGit(), "no git program");
        Path repository = Files.createDirectories(folder.resolve("r"));
        Path chart = Files.createDirectories(repository.resolve("charts/app"));
        git(repository, "init", "--quiet");
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: app\nversion: 1.0.0\n");
        Files.createSymbolicLink(chart.resolve("link"), Path.of("../../outside"));
        git(repository, "add", ".");
        git(repository, "commit", "--quiet", "-m", "one");
        git(repository, "tag", "v1");
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: app\nversion: 2.0.0\n");
        git(repository, "commit", "--quiet", "-am", "two");
        assertEquals("1.0.0", version("git::file://" + repository + "@charts/app?ref=v1"));
        assertEquals("2.0.0", version("git::file://" + repository + "//charts/app"));
        Path tree = new GitTree(folder.resolve("cache"), Duration.ofMinutes(1), Map.of())
                .fetch("git::file://" + repository + "@charts/app?ref=v1", false);
        assertEquals("../../outside", Files.readString(tree.resolve("link")), "links of a tree are plain files");
        DecsException gone =
                assertThrows(DecsException.class, () -> version("git::file://" + repository + "@charts/gone?ref=v1"));
        assertTrue(gone.getMessage().endsWith(" has no charts/gone at v1"), gone.getMessage());
        DecsException noRef =
                assertThrows(DecsException.class, () -> version("git::file://" + repository + "@charts/app?ref=v9"));
        assertTrue(noRef.getMessage().startsWith("cannot fetch file://"), noRef.getMessage());
    }

    private String version(String reference) {
        SourceSettings settings =
                new SourceSettings(List.of(), folder.resolve("cache"), true, 0, Duration.ofMinutes(1), false);
        return new ChartSources(settings, new ChartLoader(HelmVersion.V4, Limits.defaults()))
                .fetch(new ChartRequest(reference, "", Optional.empty(), false, folder))
                .chart()
                .metadata()
                .version();
    }
}
