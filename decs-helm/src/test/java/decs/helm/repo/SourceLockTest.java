package decs.helm.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.archive.ChartLoader;
import decs.helm.archive.ChartPackage;
import decs.helm.archive.Digests;
import decs.helm.chart.HelmVersion;
import decs.helm.http.LoopbackServer;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // escapes show where lines end
class SourceLockTest {
    private final LoopbackServer server = new LoopbackServer();
    private final ChartLoader loader = new ChartLoader(HelmVersion.V4, Limits.defaults());

    @TempDir
    Path folder;

    private Path repository;

    @BeforeEach
    void serve() throws IOException {
        repository = Files.createDirectories(folder.resolve("deployments"));
        publish("1.0.0", "1.1.0");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private byte[] archive(String version, String appVersion) throws IOException {
        Path chart = Files.createDirectories(folder.resolve("made"));
        Files.writeString(
                chart.resolve("Chart.yaml"),
                "apiVersion: v2\nname: db\nversion: " + version + "\nappVersion: \"" + appVersion + "\"\n");
        return new ChartPackage(HelmVersion.V4, Optional.of(Instant.EPOCH)).bytes(loader.load(chart));
    }

    private void publish(String... versions) throws IOException {
        StringBuilder index = new StringBuilder("apiVersion: v1\nentries:\n  db:\n");
        for (String version : versions) {
            index.append("  - {apiVersion: v2, name: db, version: ")
                    .append(version)
                    .append(", urls: [db-")
                    .append(version)
                    .append(".tgz]}\n");
            server.file("/db-" + version + ".tgz", archive(version, "1"));
        }
        server.file("/index.yaml", index.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String fetched(Ledger ledger, String wanted) {
        SourceSettings settings = new SourceSettings(
                        List.of(Repository.of("shop", server.url())),
                        folder.resolve("cache"),
                        true,
                        0,
                        Duration.ofSeconds(10),
                        false)
                .withLedger(ledger);
        ChartRequest request = new ChartRequest("shop/db", wanted, Optional.empty(), false, folder);
        return new ChartSources(settings, loader)
                .fetch(request)
                .chart()
                .metadata()
                .version();
    }

    private void vendor(boolean copies, String... wanted) {
        LockRecorder recorder = new LockRecorder(repository, false);
        for (String each : wanted) {
            fetched(recorder, each);
        }
        recorder.write(copies);
    }

    @Test
    void vendoringWritesLockAndCopies() throws IOException {
        vendor(true, "^1");
        String digest = Digests.sha256(archive("1.1.0", "1"));
        assertEquals(
                "# Written by \"decs vendor\": the charts that this repository uses. Commit it.\ncharts:\n- chart: db\n"
                        + "  digest: sha256:" + digest + "\n  file: vendor/charts/" + digest + ".tgz\n  source: "
                        + server.url() + "\n  version: 1.1.0\n  wanted: ^1\nversion: 1\n",
                Files.readString(repository.resolve("decs.lock")));
        assertEquals(digest, Digests.sha256(repository.resolve("vendor/charts/" + digest + ".tgz")));
    }

    @Test
    void offlineUsesTheCopiesAndNothingElse() {
        vendor(true, "^1");
        int before = server.asked().size();
        SourceLock lock = SourceLock.in(repository, true);
        assertEquals("1.1.0", fetched(lock, "^1"));
        DecsException missing = assertThrows(DecsException.class, () -> fetched(lock, "1.0.0"));
        assertTrue(missing.getMessage().startsWith("db from " + server.url() + " (1.0.0) is not vendored: "));
        assertEquals(before, server.asked().size());
    }

    @Test
    void aConstraintMeansTheLockedVersion() throws IOException {
        vendor(false, "^1");
        publish("1.0.0", "1.1.0", "1.2.0");
        assertEquals("1.2.0", fetched(Ledger.NONE, "^1"));
        assertEquals("1.1.0", fetched(SourceLock.in(repository, false), "^1"));
    }

    @Test
    void aMovedVersionIsAnErrorWithBothDigests() throws IOException {
        vendor(false, "^1");
        String before = Digests.sha256(archive("1.1.0", "1"));
        String after = Digests.sha256(archive("1.1.0", "2"));
        server.file("/db-1.1.0.tgz", archive("1.1.0", "2"));
        DecsException moved = assertThrows(DecsException.class, () -> fetched(SourceLock.in(repository, false), "^1"));
        assertEquals(
                "db from " + server.url() + " (^1): decs.lock has sha256:" + before + ", what " + server.url()
                        + " serves now has sha256:" + after,
                moved.getMessage());
        assertThrows(DecsException.class, () -> vendor(false, "^1"));
        LockRecorder accepting = new LockRecorder(repository, true);
        fetched(accepting, "^1");
        accepting.write(true);
        assertTrue(Files.readString(repository.resolve("decs.lock")).contains(after));
    }

    @Test
    void aChangedCopyIsAnError() throws IOException {
        vendor(true, "^1");
        String digest = Digests.sha256(archive("1.1.0", "1"));
        Files.write(repository.resolve("vendor/charts/" + digest + ".tgz"), archive("1.1.0", "2"));
        DecsException changed = assertThrows(DecsException.class, () -> fetched(SourceLock.in(repository, true), "^1"));
        assertTrue(changed.getMessage().contains("decs.lock has sha256:" + digest + ", the copy vendor/charts/"));
    }

    @Test
    void copiesThatNothingNamesGo() throws IOException {
        vendor(true, "1.0.0", "^1");
        assertEquals(2, copies());
        vendor(true, "^1");
        assertEquals(1, copies());
    }

    private long copies() throws IOException {
        try (Stream<Path> children = Files.list(repository.resolve("vendor/charts"))) {
            return children.count();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a", "version: 2\ncharts: []\n", "version: 1\ncharts: [x]\n", "version: 1\nversion: 1\n"})
    void aFileThatIsNoLockIsRefused(String text) throws IOException {
        Files.writeString(repository.resolve("decs.lock"), text);
        assertThrows(DecsException.class, () -> SourceLock.in(repository, false));
    }

    @Test
    void aCopyOutsideOfTheRepositoryIsNotUsed() throws IOException {
        vendor(true, "^1");
        Path lock = repository.resolve("decs.lock");
        Files.writeString(folder.resolve("outside.tgz"), "x");
        Files.writeString(lock, Files.readString(lock).replaceFirst("file: .*", "file: ../outside.tgz"));
        assertThrows(DecsException.class, () -> fetched(SourceLock.in(repository, true), "^1"));
    }
}
