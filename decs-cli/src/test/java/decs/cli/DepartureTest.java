package decs.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DepartureTest {
    @Test
    void noSelectorThreadOutlivesTheDeparture() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
        try {
            HttpClient client = HttpClient.newHttpClient();
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            assertTrue(selectorLives(), "the client has a selector thread while it is in use");

            Departure.dismissSelectors();

            assertFalse(selectorLives());
        } finally {
            server.stop(0);
        }
    }

    private static boolean selectorLives() {
        Thread[] threads = new Thread[Thread.activeCount() + 8];
        return Arrays.stream(threads, 0, Thread.enumerate(threads))
                .anyMatch(thread -> thread.getName().endsWith("-SelectorManager"));
    }
}
