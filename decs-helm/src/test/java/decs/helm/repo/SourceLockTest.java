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
        String written = "apiVersion: v2\nname: db\nurls:\n- db-1.1.0.tgz\nversion: 1.1.0\n";
        String entry = "sha256:" + Digests.sha256(written.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "# Written by \"decs vendor\": the charts and files that this repository takes from elsewhere. Commit"
                        + " it.\n"
                        + "charts:\n"
                        + "- chart:"
                        + " db\n"
                        + "  digest:"
                        + " sha256:" + digest + "\n  entry: " + entry
                        + "\n  file: vendor/charts/" + digest + ".tgz\n  source: "
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
    void anEntryOfTheIndexThatChangedIsAnErrorWithBothDigests() throws IOException {
        vendor(false, "^1");
        String before = Files.readString(repository.resolve("decs.lock")).replaceFirst("(?s).*entry: (\\S+).*", "$1");
        server.file("/moved/db-1.1.0.tgz", archive("1.1.0", "1"));
        String index =
                "apiVersion: v1\nentries:\n  db:\n  - {apiVersion: v2, name: db, version: 1.1.0, urls: [%s]%s}\n";
        server.file("/index.yaml", index.formatted("moved/db-1.1.0.tgz", "").getBytes(StandardCharsets.UTF_8));
        DecsException moved = assertThrows(DecsException.class, () -> fetched(SourceLock.in(repository, false), "^1"));
        String text = "db from " + server.url() + " (^1): decs.lock has " + before
                + " for its entry in the index, what " + server.url() + " serves now has sha256:";
        assertTrue(moved.getMessage().startsWith(text), moved.getMessage());
        assertThrows(DecsException.class, () -> vendor(false, "^1"));
        String dated = index.formatted("db-1.1.0.tgz", ", created: '2030-01-01T00:00:00Z'");
        server.file("/index.yaml", dated.getBytes(StandardCharsets.UTF_8));
        assertEquals("1.1.0", fetched(SourceLock.in(repository, false), "^1"));
    }

    private String file(Ledger ledger, String address) throws IOException {
        SourceSettings settings = new SourceSettings(
                        List.of(), folder.resolve("cache"), true, 0, Duration.ofSeconds(10), false)
                .withLedger(ledger);
        Path file = new RemoteFiles(settings).fetch(address);
        return file.getFileName() + " " + Files.readString(file);
    }

    private void vendorFile(boolean copies, boolean accept, String address) throws IOException {
        LockRecorder recorder = new LockRecorder(repository, accept);
        file(recorder, address);
        recorder.write(copies);
    }

    @Test
    void filesAreLockedAndVendoredToo() throws IOException {
        String address = server.url() + "/values.yaml.gotmpl";
        server.file("/values.yaml.gotmpl", "a: 1\n".getBytes(StandardCharsets.UTF_8));
        vendorFile(true, false, address);
        String digest = Digests.sha256("a: 1\n".getBytes(StandardCharsets.UTF_8));
        String lock = Files.readString(repository.resolve("decs.lock"));
        assertTrue(
                lock.contains("files:\n- digest: sha256:" + digest + "\n  file: vendor/files/" + digest
                        + "/values.yaml.gotmpl\n  source: " + address + "\n"),
                lock);
        int before = server.asked().size();
        assertEquals("values.yaml.gotmpl a: 1\n", file(SourceLock.in(repository, true), address));
        assertEquals(before, server.asked().size());
        DecsException other = assertThrows(
                DecsException.class, () -> file(SourceLock.in(repository, true), server.url() + "/other.yaml"));
        assertTrue(other.getMessage().startsWith(server.url() + "/other.yaml is not vendored: "), other.getMessage());
        Files.writeString(repository.resolve("vendor/files/" + digest + "/values.yaml.gotmpl"), "a: 3\n");
        DecsException changed = assertThrows(DecsException.class, () -> file(SourceLock.in(repository, true), address));
        assertTrue(changed.getMessage().contains("the copy vendor/files/" + digest), changed.getMessage());
    }

    @Test
    void aFileThatChangedIsAnErrorWithBothDigests() throws IOException {
        String address = server.url() + "/v.yaml";
        server.file("/v.yaml", "a: 1\n".getBytes(StandardCharsets.UTF_8));
        vendorFile(false, false, address);
        server.file("/v.yaml", "a: 2\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "v.yaml a: 1\n", file(SourceLock.in(repository, false), address)); // kept, and still the locked one
        FileTree.remove(folder.resolve("cache"));
        DecsException changed =
                assertThrows(DecsException.class, () -> file(SourceLock.in(repository, false), address));
        assertEquals(
                address + ": decs.lock has sha256:" + Digests.sha256("a: 1\n".getBytes(StandardCharsets.UTF_8))
                        + ", what is served now has sha256:"
                        + Digests.sha256("a: 2\n".getBytes(StandardCharsets.UTF_8)),
                changed.getMessage());
        assertThrows(DecsException.class, () -> vendorFile(false, false, address));
        vendorFile(false, true, address);
        assertEquals("v.yaml a: 2\n", file(SourceLock.in(repository, false), address));
        server.file("/v.yaml", "a: 3\n".getBytes(StandardCharsets.UTF_8));
        vendorFile(false, true, address); // the kept copy is older than what is locked by somebody else
        Files.writeString(keptFile(), "a: 2\n");
        assertEquals("v.yaml a: 3\n", file(SourceLock.in(repository, false), address));
    }

    private Path keptFile() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
            return all.filter(path -> path.endsWith("v.yaml")).findFirst().orElseThrow();
        }
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
