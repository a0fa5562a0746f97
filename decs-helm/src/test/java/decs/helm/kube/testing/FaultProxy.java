package decs.helm.kube.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import decs.helm.kube.testing.ApiBackend.Answer;
import decs.helm.kube.testing.ApiBackend.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before an API server and lets one request go wrong: the first one from number k on that the fault can hit. */
public final class FaultProxy implements AutoCloseable {
    /** What may happen to a request. */
    public enum Fault {
        /** 429 with {@code Retry-After}. */
        TOO_MANY_REQUESTS(429),
        INTERNAL_ERROR(500),
        UNAVAILABLE(503),
        TIMEOUT(504),
        /** 504, but the server has done the work. */
        TIMEOUT_AFTER_WRITE(504),
        /** The connection breaks before the server has heard of the request. */
        RESET(0),
        /** The connection breaks when the server has done the work. */
        LOST_ANSWER(0),
        /** The answer comes, and the connection is closed: what is left of a GOAWAY in HTTP/1.1. */
        CONNECTION_CLOSED(200),
        /** The answer stops in the middle. */
        CUT_OFF(200),
        CONFLICT(409),
        WATCH_CLOSED(200),
        GONE(410),
        SLOW(200);

        private final int status;

        Fault(int status) {
            this.status = status;
        }

        /** Whether it can happen to {@code request}. */
        boolean hits(Request request) {
            return switch (this) {
                case TIMEOUT_AFTER_WRITE, LOST_ANSWER, CONFLICT -> !request.isRead();
                case WATCH_CLOSED -> request.isWatch();
                case GONE -> request.isWatch() || request.isList();
                case CUT_OFF -> !request.isWatch();
                default -> true;
            };
        }

        boolean isAfterWork() {
            return this == TIMEOUT_AFTER_WRITE || this == LOST_ANSWER;
        }
    }

    private final ApiBackend backend;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Optional<Fault> next = Optional.empty();
    private int left;
    private int requests;

    public FaultProxy(ApiBackend backend) {
        this.backend = backend;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets {@code fault} happen at the {@code k}-th request from now on, or the first after it that it can hit. */
    public synchronized void arm(Fault fault, int k) {
        next = Optional.of(fault);
        left = k;
    }

    /** Whether the fault has not happened yet. */
    public synchronized boolean isArmed() {
        return next.isPresent();
    }

    public synchronized int requests() {
        return requests;
    }

    private synchronized Optional<Fault> fault(Request request) {
        requests++;
        left--;
        if (next.isEmpty() || left > 0 || !next.get().hits(request)) {
            return Optional.empty();
        }
        Optional<Fault> now = next;
        next = Optional.empty();
        return now;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes());
        try {
            answer(exchange, request, fault(request));
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, Request request, Optional<Fault> fault) throws IOException {
        if (fault.isEmpty()) {
            pass(exchange, backend.answer(request));
            return;
        }
        if (fault.get().isAfterWork()) {
            backend.answer(request).body().close();
        }
        switch (fault.get()) {
            case RESET, LOST_ANSWER -> exchange.close();
            case SLOW -> {
                pause();
                pass(exchange, backend.answer(request));
            }
            case CONNECTION_CLOSED -> {
                exchange.getResponseHeaders().set("Connection", "close");
                pass(exchange, backend.answer(request));
            }
            case CUT_OFF -> {
                Answer answer = backend.answer(request);
                byte[] whole = answer.body().readAllBytes();
                exchange.sendResponseHeaders(answer.status(), whole.length + 1L);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
            }
            case WATCH_CLOSED -> pass(exchange, new Answer(200, InputStream.nullInputStream()));
            case TOO_MANY_REQUESTS -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                pass(exchange, status(429, "TooManyRequests"));
            }
            case GONE -> pass(exchange, request.isWatch() ? goneEvent() : status(410, "Expired"));
            case CONFLICT -> pass(exchange, status(409, "Conflict"));
            default -> pass(exchange, status(fault.get().status, ""));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer status(int code, String reason) {
        return new Answer(code, stream(statusJson(code, reason)));
    }

    private static Answer goneEvent() {
        return new Answer(200, stream("{\"type\":\"ERROR\",\"object\":" + statusJson(410, "Expired") + "}\n"));
    }

    private static String statusJson(int code, String reason) {
        return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"as the test wants it\","
                + "\"reason\":\"" + reason + "\",\"code\":" + code + "}";
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void pass(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), answer.status() == 304 ? -1 : 0);
        if (answer.status() == 304) {
            return;
        }
        try (InputStream in = answer.body();
                OutputStream out = exchange.getResponseBody()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
