package decs.helm.dependency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.archive.ChartLoader;
import decs.helm.archive.ChartPackage;
import decs.helm.archive.Digests;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.helm.http.LoopbackServer;
import decs.helm.repo.ChartSources;
import decs.helm.repo.Repository;
import decs.helm.repo.SourceSettings;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("StringConcatToTextBlock") // escapes show where lines end
class DependenciesTest {
    private final LoopbackServer server = new LoopbackServer();
    private final List<String> progress = new ArrayList<>();
    private final StringBuilder index = new StringBuilder("apiVersion: v1\nentries:\n");

    @TempDir
    Path folder;

    @BeforeEach
    void serve() throws IOException {
        publish("db", "1.0.0", "1.2.0", "2.0.0");
        publish("cache", "0.1.0");
        server.file("/index.yaml", bytes(index.toString()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void publish(String name, String... versions) throws IOException {
        index.append("  ").append(name).append(":\n");
        for (String version : versions) {
            byte[] archive = new ChartPackage(HelmVersion.V4, Optional.of(Instant.EPOCH))
                    .bytes(loader().load(
                                    chart("made-" + name + version, "name: " + name + "\nversion: " + version + "\n")));
            String file = name + "-" + version + ".tgz";
            server.file("/" + file, archive);
            index.append("  - {apiVersion: v2, name: " + name + ", version: " + version + ", urls: [" + file
                    + "], digest: " + Digests.sha256(archive) + "}\n");
        }
    }

    private Path chart(String place, String yaml) throws IOException {
        Path chart = Files.createDirectories(folder.resolve(place));
        Files.writeString(chart.resolve("Chart.yaml"), (yaml.contains("apiVersion") ? "" : "apiVersion: v2\n") + yaml);
        return chart;
    }

    private static ChartLoader loader() {
        return new ChartLoader(HelmVersion.V4, Limits.defaults());
    }

    private Dependencies dependencies(HelmVersion version) {
        SourceSettings settings = new SourceSettings(
                List.of(Repository.of("shop", server.url())),
                folder.resolve("cache"),
                true,
                0,
                Duration.ofSeconds(10),
                false);
        return new Dependencies(new DependencyTools(
                new ChartSources(settings, loader()),
                loader(),
                version,
                Clock.fixed(Instant.parse("2026-01-02T03:04:05.120Z"), ZoneOffset.UTC),
                Optional.of(Instant.EPOCH),
                false,
                () -> progress.add("refreshed"),
                DependencyTools.Proofs.NONE,
                progress::add,
                (reference, digest) -> progress.add(reference + " " + digest)));
    }

    private static List<String> charts(Path chart) throws IOException {
        try (Stream<Path> children = Files.list(chart.resolve("charts"))) {
            return children.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static final String WANTED = "name: app\n"
            + "version: 1.0.0\n"
            + "dependencies:\n"
            + "- {name: db, version: ^1, repository: \"@shop\", alias: store}\n"
            + "- {name: db, version: ^1, repository: \"alias:shop\"}\n"
            + "- {name: local, version: 0.x, repository: \"file://../local\"}\n";

    @Test
    void updateBringsTheNewestAndLocksIt() throws IOException {
        chart("local", "name: local\nversion: 0.3.1\n");
        Path app = chart("app", WANTED);
        dependencies(HelmVersion.V4).update(app);
        assertEquals(List.of("db-1.2.0.tgz", "local-0.3.1.tgz"), charts(app));
        String lock = Files.readString(app.resolve("Chart.lock"));
        assertEquals(
                "dependencies:\n- name: db\n  repository: " + server.url()
                        + "\n  version: 1.2.0\n- name: db\n  repository: "
                        + server.url()
                        + "\n  version: 1.2.0\n- name: local\n  repository: file://../local\n  version: 0.3.1\n"
                        + "digest: " + lock.substring(lock.indexOf("sha256:"), lock.indexOf("sha256:") + 71)
                        + "\ngenerated: \"2026-01-02T03:04:05.12Z\"\n",
                lock);
        assertEquals(
                List.of(
                        "refreshed",
                        "Saving 3 charts",
                        "Downloading db from repo " + server.url(),
                        "Already downloaded db from repo " + server.url(),
                        "Deleting outdated charts"),
                progress);
    }

    @Test
    void buildFollowsTheLock() throws IOException {
        chart("local", "name: local\nversion: 0.3.1\n");
        Path app = chart("app", WANTED);
        dependencies(HelmVersion.V4).update(app);
        String lock = Files.readString(app.resolve("Chart.lock"));
        publish("db2", "1.0.0");
        Files.delete(app.resolve("charts/db-1.2.0.tgz"));
        dependencies(HelmVersion.V4).build(app);
        assertEquals(List.of("db-1.2.0.tgz", "local-0.3.1.tgz"), charts(app));
        assertEquals(lock, Files.readString(app.resolve("Chart.lock")));
    }

    @ParameterizedTest
    @EnumSource(HelmVersion.class)
    void aLockThatDoesNotFitIsRefusedBeforeAnythingChanges(HelmVersion version) throws IOException {
        chart("local", "name: local\nversion: 0.3.1\n");
        Path app = chart("app", WANTED);
        dependencies(version).update(app);
        chart("app", WANTED.replace("0.x", "0.3.x"));
        Files.delete(app.resolve("charts/db-1.2.0.tgz"));
        DecsException refused =
                assertThrows(DecsException.class, () -> dependencies(version).build(app));
        assertTrue(refused.getMessage().startsWith("the lock file (Chart.lock) is out of sync"));
        assertTrue(refused.problems().get(0).message().contains("the lock has digest sha256:"));
        assertEquals(List.of("local-0.3.1.tgz"), charts(app));
    }

    @Test
    void outdatedArchivesGoAndFoldersStay() throws IOException {
        Path app = chart(
                "app", "name: app\nversion: 1.0.0\ndependencies:\n- {name: db, version: 2, repository: \"@shop\"}\n");
        Files.createDirectories(app.resolve("charts/mine"));
        Files.write(
                app.resolve("charts/cache-0.1.0.tgz"),
                new ChartPackage(HelmVersion.V4, Optional.empty())
                        .bytes(loader().load(folder.resolve("made-cache0.1.0"))));
        dependencies(HelmVersion.V4).update(app);
        assertEquals(List.of("db-2.0.0.tgz", "mine"), charts(app));
    }

    @Test
    void chartsOfVersion1HaveTheirOwnFiles() throws IOException {
        Path app = chart("app", "apiVersion: v1\nname: app\nversion: 1.0.0\n");
        Files.writeString(
                app.resolve("requirements.yaml"),
                "dependencies:\n- {name: cache, version: \"*\", repository: \"@shop\"}\n");
        dependencies(HelmVersion.V4).update(app);
        assertTrue(Files.exists(app.resolve("requirements.lock")));
        assertTrue(Files.notExists(app.resolve("Chart.lock")));
        dependencies(HelmVersion.V4).build(app);
    }

    @ParameterizedTest
    @CsvSource({
        "db, >9, @shop, can't get a valid version for 1 subchart(s): \"db\" (repository \"URL\"; version \">9\"). Make"
                + " sure a matching chart version exists in the repo; or change the version constraint in Chart.yaml",
        "nope, 1, @shop, nope chart not found in repo URL",
        "db, 1, @shpo, no repository definition for @shpo. Please add them via 'helm repo add'",
        "db, x.y.z.w, @shop, dependency \"db\" has an invalid version/constraint format: improper constraint:"
                + " \"x.y.z.w\"",
        "db, 1, file://../nope, directory FOLDER/nope not found",
        "db, 1, '', directory FOLDER/app/charts/db not found"
    })
    void whatCannotBeFoundIsSaidAndNothingChanges(String name, String version, String repository, String message)
            throws IOException {
        Path app = chart(
                "app",
                "name: app\nversion: 1.0.0\ndependencies:\n- {name: " + name + ", version: \"" + version
                        + "\", repository: \"" + repository + "\"}\n");
        DecsException refused = assertThrows(
                DecsException.class, () -> dependencies(HelmVersion.V4).update(app));
        assertEquals(
                message.replace("URL", server.url())
                        .replace("FOLDER", folder.toString())
                        .replace(';', ','),
                refused.getMessage());
        assertTrue(Files.notExists(app.resolve("Chart.lock")));
        assertTrue(Files.notExists(app.resolve("charts")));
    }

    @Test
    void aChartThatFailsLeavesTheOthersAsTheyWere() throws IOException {
        Path app = chart(
                "app",
                "name: app\nversion: 1.0.0\ndependencies:\n- {name: db, version: 2, repository: \"@shop\"}\n"
                        + "- {name: cache, version: 0, repository: \"@shop\"}\n");
        server.file("/cache-0.1.0.tgz", bytes("damaged"));
        DecsException refused = assertThrows(
                DecsException.class, () -> dependencies(HelmVersion.V4).update(app));
        assertTrue(refused.problems().get(0).message().contains("wanted, " + Digests.sha256(bytes("damaged"))));
        assertTrue(Files.notExists(app.resolve("charts/db-2.0.0.tgz")));
        assertTrue(Files.notExists(app.resolve("Chart.lock")));
    }

    @Test
    void aLockThatIsALinkIsNotWrittenThrough() throws IOException {
        Path app = chart(
                "app", "name: app\nversion: 1.0.0\ndependencies:\n- {name: db, version: 2, repository: \"@shop\"}\n");
        Path precious = Files.writeString(folder.resolve("precious"), "dependencies: []\n");
        Files.createSymbolicLink(app.resolve("Chart.lock"), precious);
        assertThrows(DecsException.class, () -> dependencies(HelmVersion.V4).update(app));
        assertEquals("dependencies: []\n", Files.readString(precious));
    }

    @Test
    void theDigestIsHelms() {
        Dependency wanted = new Dependency("web", "~0.1", "file://../web", "", List.of(), false, List.of(), "");
        assertEquals(
                "sha256:7b98b7d4efae1a54c176ea27605dce7fd567c97714203717cdc443492f654e66",
                LockDigest.of(List.of(wanted), List.of(wanted.withVersion("0.1.0"))));
    }

    @Test
    void listSaysHowEachDependencyStands() throws IOException {
        Path app = chart(
                "app",
                "name: app\n"
                        + "version: 1.0.0\n"
                        + "dependencies:\n"
                        + "- {name: db, version: 2, repository: \"@shop\"}\n"
                        + "- {name: cache, version: \">1\", repository: \"@shop\"}\n"
                        + "- {name: gone, version: 1, repository: x}\n"
                        + "- {name: mine, version: 1, repository: \"\"}\n");
        Files.createDirectories(app.resolve("charts"));
        for (String made : new String[] {"db2.0.0", "cache0.1.0"}) {
            new ChartPackage(HelmVersion.V4, Optional.empty())
                    .save(loader().load(folder.resolve("made-" + made)), app.resolve("charts"));
        }
        chart("app/charts/mine", "name: mine\nversion: 1.0.0\n");
        chart("app/charts/stray", "name: stray\nversion: 1.0.0\n");
        DependencyList.Listing listing = new DependencyList(loader()).list(app);
        assertEquals(
                List.of("ok", "wrong version", "missing", "unpacked"),
                listing.entries().stream().map(DependencyList.Entry::status).toList());
        assertEquals(
                List.of("WARNING: \"" + app.resolve("charts/stray") + "\" is not in Chart.yaml."), listing.warnings());
    }
}
