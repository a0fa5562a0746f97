package decs.helm.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.template.source.DecsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTest {
    private final LoopbackServer server = new LoopbackServer();
    private final LoopbackServer other = new LoopbackServer();
    private final Http http = new Http(Duration.ofSeconds(10), 0, Map.of());

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    private Access user() {
        return Access.anonymous(server.url() + "/charts").withCredentials("me", "secret");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void redirect(String target) {
        server.on((exchange, path) -> {
            if (!path.equals("/from")) {
                return false;
            }
            exchange.getResponseHeaders().set("Location", target);
            LoopbackServer.send(exchange, 302, new byte[0]);
            return true;
        });
    }

    @Test
    void credentialsGoToTheirOwnServer() {
        server.file("/a", bytes("a"));
        http.bytes(Call.get(URI.create(server.url() + "/a"), user()));
        assertEquals("GET /a as Basic bWU6c2VjcmV0", server.asked().get(0));
    }

    @Test
    void credentialsDoNotGoToAnotherServer() {
        other.file("/a", bytes("a"));
        http.bytes(Call.get(URI.create(other.url() + "/a"), user()));
        assertEquals("GET /a", other.asked().get(0));
    }

    @Test
    void credentialsGoEverywhereWhenThatIsSaid() {
        other.file("/a", bytes("a"));
        Access everywhere = new Access(server.url(), "me", "secret", "", "", "", false, true);
        http.bytes(Call.get(URI.create(other.url() + "/a"), everywhere));
        assertEquals("GET /a as Basic bWU6c2VjcmV0", other.asked().get(0));
    }

    @Test
    void redirectsDoNotTakeCredentialsAlong() {
        other.file("/to", bytes("there"));
        redirect(other.url() + "/to");
        Call call = Call.get(URI.create(server.url() + "/from"), user());
        assertArrayEquals(bytes("there"), http.bytes(call));
        assertArrayEquals(bytes("there"), http.bytes(call.with("Authorization", "Bearer t")));
        assertEquals("GET /to", other.asked().get(0));
        assertEquals("GET /to", other.asked().get(1));
    }

    @Test
    void redirectsOnTheSameServerKeepCredentials() {
        server.file("/to", bytes("there"));
        redirect("/to");
        http.bytes(Call.get(URI.create(server.url() + "/from"), user()));
        assertEquals("GET /to as Basic bWU6c2VjcmV0", server.asked().get(1));
    }

    @Test
    void endlessRedirectsEnd() {
        redirect("/from");
        DecsException failed = assertThrows(
                DecsException.class, () -> http.bytes(Call.get(URI.create(server.url() + "/from"), user())));
        assertTrue(failed.getMessage().endsWith("stopped after 10 redirects"), failed.getMessage());
    }

    @Test
    void aPasswordWithoutAUserIsABearerToken() {
        server.file("/a", bytes("a"));
        Access token = Access.anonymous(server.url()).withCredentials("", "tok");
        http.bytes(Call.get(URI.create(server.url() + "/a"), token));
        assertEquals("GET /a as Bearer tok", server.asked().get(0));
    }

    @Test
    void userInfoInAnAddressIsUsedAndNeverShown() {
        URI address = URI.create("http://me:secret@" + server.host() + "/gone");
        DecsException failed =
                assertThrows(DecsException.class, () -> http.bytes(Call.get(address, Access.anonymous(""))));
        assertEquals("GET /gone as Basic bWU6c2VjcmV0", server.asked().get(0));
        assertEquals("failed to fetch " + server.url() + "/gone : 404 Not Found", failed.getMessage());
    }

    @Test
    void whatIsTooLargeIsGivenUpOnTheWay(@TempDir Path folder) throws IOException {
        server.on((exchange, path) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            try {
                for (int i = 0; i < 1 << 14; i++) {
                    exchange.getResponseBody().write(block);
                }
            } catch (IOException givenUp) {
                return true;
            }
            return true;
        });
        Path file = folder.resolve("big");
        Call call = Call.get(URI.create(server.url() + "/big"), user()).atMost(1 << 20);
        DecsException failed = assertThrows(DecsException.class, () -> http.download(call, file));
        assertTrue(failed.getMessage().contains("is larger than 1048576 bytes"), failed.getMessage());
        assertTrue(Files.notExists(file));
    }

    @Test
    void packedAnswersAreUnpackedWithinTheirLimit() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[4 << 20]);
        }
        server.on((exchange, path) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            LoopbackServer.send(exchange, 200, packed.toByteArray());
            return true;
        });
        Call call = Call.get(URI.create(server.url() + "/bomb"), user());
        assertEquals(4 << 20, http.bytes(call).length);
        assertThrows(DecsException.class, () -> http.bytes(call.atMost(1 << 20)));
    }

    @Test
    void aServerThatDripsIsGivenUp() {
        server.on((exchange, path) -> {
            exchange.sendResponseHeaders(200, 1000);
            try {
                for (int i = 0; i < 1000; i++) {
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (IOException | InterruptedException givenUp) {
                return true;
            }
            return true;
        });
        Http hasty = new Http(Duration.ofMillis(400), 0, Map.of());
        DecsException failed = assertThrows(
                DecsException.class, () -> hasty.bytes(Call.get(URI.create(server.url() + "/drip"), user())));
        assertTrue(failed.getMessage().contains("the answer was not complete after"), failed.getMessage());
    }

    @Test
    void aServerThatIsNotThereIsNamedWithWhatWasTried() {
        String gone = server.url();
        server.close();
        DecsException failed = assertThrows(
                DecsException.class,
                () -> http.bytes(Call.get(URI.create(gone + "/index.yaml"), Access.anonymous(""))));
        assertEquals(
                "Get \"" + gone + "/index.yaml\": dial tcp " + gone.substring(7) + ": connect: connection refused",
                failed.getMessage());
        assertTrue(failed.problems().get(0).hint().orElse("").startsWith("tried once, "));
    }

    @Test
    void proxiesAreThoseOfTheEnvironment() {
        Http through = new Http(
                Duration.ofSeconds(10), 0, Map.of("HTTP_PROXY", server.url(), "NO_PROXY", "direct.test,.inner.test"));
        server.on((exchange, path) -> {
            LoopbackServer.send(exchange, 200, bytes("proxied"));
            return true;
        });
        Call call = Call.get(URI.create("http://charts.example.test/index.yaml"), Access.anonymous(""));
        assertArrayEquals(bytes("proxied"), through.bytes(call));
        assertThrows(DecsException.class, () -> through.bytes(call.to(URI.create("http://x.inner.test/"))));
    }
}
