package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.fabric8.ApiRequest.Repetition;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/** Sends requests, as many at once as the server bears, and again where that does no harm. */
final class Transport implements AutoCloseable {
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final long TIMEOUT_SECONDS = 60;

    private final Clients clients;
    private final HttpClient client;
    private final String server;
    private final Map<String, List<String>> headers;
    private final Consumer<String> warnings;
    private final Governor governor = new Governor();
    private volatile boolean answered;
    private HttpClient older;

    Transport(Clients clients, String server, Map<String, List<String>> headers, Consumer<String> warnings) {
        this.clients = clients;
        this.client = clients.newest();
        this.server = server;
        this.headers = Map.copyOf(headers);
        this.warnings = warnings;
    }

    /** A successful answer. */
    record Answer(int code, String body, Optional<String> etag) {}

    /** Finds out whether an attempt whose answer got lost was done all the same, after a repetition was refused. */
    @FunctionalInterface
    interface Recognition {
        /** Nothing is to be recognized: the repetition says all. */
        Recognition NONE = refusal -> Optional.empty();

        Optional<Answer> done(ClusterException refusal);
    }

    HttpClient client() {
        return client;
    }

    Answer send(ApiRequest request) {
        return send(request, "", Recognition.NONE);
    }

    /** Sends; {@code etag}, where not empty, is of a kept answer: then the code may be 304. */
    Answer send(ApiRequest request, String etag) {
        return send(request, etag, Recognition.NONE);
    }

    /** Sends until the outcome is known. */
    Answer send(ApiRequest request, Recognition recognition) {
        return send(request, "", recognition);
    }

    private Answer send(ApiRequest request, String etag, Recognition recognition) {
        boolean unsure = false;
        HttpClient way = client;
        for (int tried = 1; ; tried++) {
            try {
                return once(request, etag, way);
            } catch (ClusterException e) {
                Optional<Answer> done = unsure ? recognition.done(e) : Optional.empty();
                if (done.isPresent()) {
                    return done.get();
                }
                if (tried == TRIES || !again(request, e)) {
                    throw e;
                }
                unsure |= mayBeDone(e);
                way = e.getMessage().endsWith("GOAWAY received") ? older() : client;
                pause(tried, e);
            }
        }
    }

    /** A server that turns somebody away closes the whole connection; over HTTP/1.1 one hears why. */
    private synchronized HttpClient older() {
        if (older == null) {
            older = clients.older();
        }
        return older;
    }

    private static boolean mayBeDone(ClusterException failure) {
        return failure.reason() == Reason.UNREACHABLE || failure.code() >= 500;
    }

    private boolean again(ApiRequest request, ClusterException failure) {
        if (failure.code() == 429) {
            return true; // refused before it was looked at
        }
        if (failure.code() == 410 && !request.isRead()) {
            return true; // only what is read can be too old: something in between, and nothing was done
        }
        if (failure.reason() == Reason.UNREACHABLE && !answered && isNowhere(failure)) {
            return false; // there is no such server, or none that can be trusted
        }
        if (failure.reason() == Reason.CONFLICT) { // someone else wrote at the same moment
            boolean unconditional = request.repetition() == Repetition.HARMLESS;
            return unconditional && !request.isRead() && failure.causes().isEmpty();
        }
        boolean webhook =
                failure.code() == 500 && failure.getMessage().contains("webhook"); // it will say the same again
        boolean harmful = request.repetition() == Repetition.HARMFUL && !refused(failure);
        return mayBeDone(failure) && failure.code() != 501 && !webhook && !harmful;
    }

    private static boolean isNowhere(ClusterException failure) {
        return refused(failure)
                || caused(failure, UnknownHostException.class)
                || caused(failure, UnresolvedAddressException.class)
                || caused(failure, HttpTimeoutException.class)
                || caused(failure, SSLException.class);
    }

    private static boolean refused(ClusterException failure) {
        return caused(failure, ConnectException.class);
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int tried, ClusterException failure) {
        Duration backoff = FIRST_PAUSE.multipliedBy(1L << (tried - 1));
        Duration wanted = failure.details().retryAfter().isPresent()
                ? Duration.ofSeconds(failure.details().retryAfter().getAsInt())
                : backoff;
        try {
            Thread.sleep(Math.min(wanted.toMillis(), LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    /** The message of a request whose answer is read as it comes. */
    HttpRequest build(ApiRequest request) {
        return builder(request).build();
    }

    private HttpRequest.Builder builder(ApiRequest request) {
        HttpRequest.Builder builder = client.newHttpRequestBuilder()
                .uri(URI.create(server + request.path()))
                .setHeader("Accept", request.accept());
        headers.forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if (!request.isRead()) {
            builder.method(request.method(), request.mediaType(), request.body().orElse(""));
        }
        return builder;
    }

    /** The message of a request whose answer is read as a whole: long ones may be compressed. */
    private HttpRequest whole(ApiRequest request, String etag) {
        HttpRequest.Builder builder = builder(request).setHeader("Accept-Encoding", "gzip");
        return (etag.isEmpty() ? builder : builder.setHeader("If-None-Match", etag)).build();
    }

    private Answer once(ApiRequest request, String etag, HttpClient way) {
        HttpRequest message = whole(request, etag);
        boolean overloaded = false;
        Duration rest = Duration.ZERO;
        enter(request, message);
        try {
            HttpResponse<byte[]> response = await(request, message, way.sendAsync(message, byte[].class));
            answered = true;
            warnings(response);
            String body = text(request, message, response);
            if (response.isSuccessful() || (response.code() == 304 && !etag.isEmpty())) {
                return new Answer(response.code(), body, Optional.ofNullable(response.header("ETag")));
            }
            OptionalInt wait = retryAfter(response);
            overloaded = response.code() == 429;
            rest = Duration.ofSeconds(wait.orElse(0));
            throw Failures.of(response.code(), body, wait);
        } finally {
            governor.leave(overloaded, rest);
        }
    }

    private static String text(ApiRequest request, HttpRequest message, HttpResponse<byte[]> response) {
        byte[] body = response.body() == null ? new byte[0] : response.body();
        if (!"gzip".equals(response.header("Content-Encoding"))) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException torn) {
            throw Failures.unreachable(request.method(), message.uri(), torn);
        }
    }

    private void enter(ApiRequest request, HttpRequest message) {
        try {
            governor.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.unreachable(request.method(), message.uri(), e);
        }
    }

    static <T> HttpResponse<T> await(
            ApiRequest request, HttpRequest message, CompletableFuture<HttpResponse<T>> response) {
        try {
            return response.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw Failures.unreachable(request.method(), message.uri(), e);
        } catch (ExecutionException e) {
            throw Failures.unreachable(request.method(), message.uri(), e.getCause());
        } catch (TimeoutException e) {
            response.cancel(true);
            throw Failures.unreachable(request.method(), message.uri(), new HttpTimeoutException("no answer"));
        }
    }

    static OptionalInt retryAfter(HttpResponse<?> response) {
        String text = response.header("Retry-After");
        boolean seconds = text != null
                && !text.isEmpty()
                && text.length() < 6
                && text.chars().allMatch(Character::isDigit);
        return seconds ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** {@code Warning: 299 - "text"}. */
    private void warnings(HttpResponse<?> response) {
        for (String warning : response.headers("Warning")) {
            int from = warning.indexOf('"');
            int to = warning.lastIndexOf('"');
            if (from >= 0 && to > from) {
                warnings.accept(warning.substring(from + 1, to).replace("\\\"", "\""));
            }
        }
    }

    @Override
    public synchronized void close() {
        client.close();
        if (older != null) {
            older.close();
        }
    }
}
