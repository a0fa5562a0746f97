package decs.helm.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import decs.template.source.DecsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that addresses name. */
final class RemoteFilesTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private RemoteFiles files;

    @BeforeEach
    void serve(@TempDir Path cache) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v.yaml", exchange -> {
            byte[] body = ("n: " + asked.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        files = new RemoteFiles(SourceSettings.of(List.of(), Map.of("HELMFILE_CACHE_HOME", cache.toString())));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Test
    void whatWasFetchedIsKeptUnlessAFreshCopyIsAskedFor() throws IOException {
        Path first = files.fetch(address("/v.yaml"));
        assertEquals("v.yaml", first.getFileName().toString());
        assertEquals(first, files.fetch(address("/v.yaml")));
        assertEquals("n: 1", Files.readString(first));
        assertEquals(first, files.fetch(address("/v.yaml?cache=false")));
        assertEquals("n: 2", Files.readString(first));
    }

    @Test
    void whatIsNotThereIsAnErrorAndKeepsNothing() {
        assertThrows(DecsException.class, () -> files.fetch(address("/none.yaml")));
        assertThrows(DecsException.class, () -> files.fetch(address("/none.yaml")));
    }

    @Test
    void pathsAreNoAddresses() {
        assertTrue(RemoteFiles.isRemote("git::https://host/repo@helmfile.yaml?ref=v1"));
        assertTrue(RemoteFiles.isRemote("https://host/values.yaml"));
        assertFalse(RemoteFiles.isRemote("./values.yaml"));
        assertFalse(RemoteFiles.isRemote("oci://host/chart"));
    }
}
