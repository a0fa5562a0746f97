package decs.helm.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.http.Http;
import decs.helm.http.LoopbackServer;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("StringConcatToTextBlock") // escapes show where lines end
class RepositoriesTest {
    private static final String INDEX =
            "apiVersion: v1\nentries:\n  app:\n  - {apiVersion: v2, name: app, version: 1.0.0, urls: [app.tgz]}\n";

    private final LoopbackServer server = new LoopbackServer();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private HelmHome home() {
        return HelmHome.of(
                Map.of("HELM_CACHE_HOME", folder + "/cache", "HELM_CONFIG_HOME", folder + "/config"), "Linux");
    }

    private Repositories repositories() {
        return new Repositories(home(), new Http(Duration.ofSeconds(10), 0, Map.of()), warning -> {});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void addingWritesHelmsFiles() throws IOException {
        server.file("/index.yaml", bytes(INDEX));
        assertTrue(repositories().add(Repository.of("a", server.url()), false));
        assertFalse(repositories().add(Repository.of("a", server.url()), false));
        assertEquals(
                "apiVersion: \"\"\n"
                        + "generated: \"0001-01-01T00:00:00Z\"\n"
                        + "repositories:\n"
                        + "- caFile: \"\"\n"
                        + "  certFile: \"\"\n"
                        + "  insecure_skip_tls_verify: false\n"
                        + "  keyFile: \"\"\n"
                        + "  name: a\n"
                        + "  pass_credentials_all: false\n"
                        + "  password:"
                        + " \"\"\n"
                        + "  url:"
                        + " " + server.url() + "\n  username: \"\"\n",
                Files.readString(folder.resolve("config/repositories.yaml")));
        assertEquals(INDEX, Files.readString(folder.resolve("cache/repository/a-index.yaml")));
        assertEquals("app\n", Files.readString(folder.resolve("cache/repository/a-charts.txt")));
    }

    @Test
    void anotherAddressUnderTheSameNameNeedsForce() {
        server.file("/index.yaml", bytes(INDEX)).file("/b/index.yaml", bytes(INDEX));
        repositories().add(Repository.of("a", server.url()), false);
        Repository moved = Repository.of("a", server.url() + "/b");
        assertThrows(DecsException.class, () -> repositories().add(moved, false));
        assertTrue(repositories().add(moved, true));
        assertEquals(List.of(moved), repositories().list());
    }

    @Test
    void aRepositoryThatCannotBeReadIsNotKept() {
        server.file("/index.yaml", bytes("entries: {}"));
        DecsException refused =
                assertThrows(DecsException.class, () -> repositories().add(Repository.of("a", server.url()), false));
        assertTrue(refused.getMessage().contains("is not a valid chart repository or cannot be reached"));
        assertEquals(List.of(), repositories().list());
        assertTrue(Files.notExists(folder.resolve("cache/repository/a-index.yaml")));
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthers() {
        server.file("/index.yaml", bytes(INDEX)).file("/b/index.yaml", bytes(INDEX));
        repositories().add(Repository.of("a", server.url()), false);
        repositories().add(Repository.of("b", server.url() + "/b"), false);
        server.file("/index.yaml", bytes("]"));
        List<Repositories.Update> updates = repositories().update(List.of(), update -> {});
        assertTrue(updates.get(0).failure().isPresent());
        assertTrue(updates.get(1).failure().isEmpty());
        assertEquals(
                1, repositories().index(repositories().list().get(0)).charts().size(), "the good index was kept");
    }

    @Test
    void anUnchangedIndexIsNotSentAgain() {
        server.on((exchange, path) -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            LoopbackServer.send(exchange, known ? 304 : 200, known ? new byte[0] : bytes(INDEX));
            return true;
        });
        repositories().add(Repository.of("a", server.url()), false);
        assertTrue(repositories()
                .update(List.of("a"), update -> {})
                .get(0)
                .failure()
                .isEmpty());
        assertEquals(2, server.asked().size());
    }

    @Test
    void removingForgetsWhatWasKept() {
        server.file("/index.yaml", bytes(INDEX));
        repositories().add(Repository.of("a", server.url()), false);
        DecsException unknown =
                assertThrows(DecsException.class, () -> repositories().remove("b"));
        assertEquals("no repo named \"b\" found", unknown.getMessage());
        repositories().remove("a");
        assertTrue(Files.notExists(folder.resolve("cache/repository/a-index.yaml")));
        assertThrows(DecsException.class, () -> repositories().remove("a"));
    }

    @Test
    void aLinkInPlaceOfTheFileIsNotFollowed() throws IOException {
        server.file("/index.yaml", bytes(INDEX));
        Path secret = Files.writeString(folder.resolve("precious"), "apiVersion: v1\n");
        Files.createDirectories(folder.resolve("config"));
        Files.createSymbolicLink(folder.resolve("config/repositories.yaml"), secret);
        assertThrows(DecsException.class, () -> repositories().add(Repository.of("a", server.url()), false));
        assertEquals("apiVersion: v1\n", Files.readString(secret));
    }
}
