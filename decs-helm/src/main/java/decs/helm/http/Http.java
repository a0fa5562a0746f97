package decs.helm.http;

import decs.template.source.DecsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/**
 * Requests over HTTP with the credentials and certificates of an {@link Access}. Credentials go to their own scheme, host
 * and port only, also across redirects. An answer has to be there as a whole before the time is over, so that a server
 * that drips is given up, and it may not be larger than was said. Safe to call from many threads.
 */
public final class Http {
    private static final int MOST_REDIRECTS = 10;

    private final Map<Access.Certificates, HttpClient> clients = new ConcurrentHashMap<>();
    private HttpClient plainClient;
    private final Duration timeout;
    private final int retries;
    private final Proxies proxies;
    private final Map<String, String> environment;
    private final Readers readers;

    /**
     * @param timeout for one attempt, from its first to its last byte
     * @param retries how often a server that cannot be reached is tried again
     * @param environment names the proxies, as {@code HTTPS_PROXY} and {@code NO_PROXY} do
     */
    public Http(Duration timeout, int retries, Map<String, String> environment) {
        this(timeout, retries, environment, Readers.NONE);
    }

    /** @param readers of addresses that are not the web's */
    public Http(Duration timeout, int retries, Map<String, String> environment, Readers readers) {
        this.timeout = timeout;
        this.retries = retries;
        this.proxies = Proxies.of(environment);
        this.environment = Map.copyOf(environment);
        this.readers = readers;
    }

    /** What the server answers in the end, whatever its status. */
    public Answer send(Call call) {
        return attempt(call, Optional.empty());
    }

    /** The body of an answer of status 200. */
    public byte[] bytes(Call call) {
        return accepted(call, send(call)).body();
    }

    /**
     * Writes the body of an answer of status 200 into {@code file}; a 304 leaves it alone.
     *
     * @return the answer, whose body is empty
     */
    public Answer download(Call call, Path file) {
        return accepted(call, attempt(call, Optional.of(file)));
    }

    private static Answer accepted(Call call, Answer answer) {
        if (answer.status() != 200 && answer.status() != 304) {
            throw refused(call.uri(), answer.status());
        }
        return answer;
    }

    private Answer attempt(Call call, Optional<Path> file) {
        long start = System.nanoTime();
        for (int attempt = 0; ; attempt++) {
            try {
                return Addresses.isForeign(call.uri().toString()) ? elsewhere(call, file) : follow(call, file);
            } catch (IOException unreachable) {
                if (attempt >= retries || unreachable instanceof Sink.TooLarge) {
                    throw failed(call, attempt + 1, Duration.ofNanos(System.nanoTime() - start), unreachable);
                }
                pause(attempt);
            }
        }
    }

    /** What a reader finds, as the answer that a server of the web would give. */
    private Answer elsewhere(Call call, Optional<Path> file) throws IOException {
        String scheme = call.uri().getScheme().toLowerCase(Locale.ROOT);
        AddressReader reader = readers.find(scheme).orElseThrow(() -> unread(call, scheme));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        try (InputStream in = reader.open(call.uri(), environment)) {
            copy(in, out, call.mostBytes());
        } catch (NoSuchFileException missing) {
            return new Answer(call.uri(), 404, none, new byte[0]);
        } catch (AccessDeniedException denied) {
            return new Answer(call.uri(), 403, none, new byte[0]);
        }
        if (file.isEmpty()) {
            return new Answer(call.uri(), 200, none, out.toByteArray());
        }
        Files.write(file.get(), out.toByteArray());
        return new Answer(call.uri(), 200, none, new byte[0]);
    }

    private static HttpProblem unread(Call call, String scheme) {
        return new HttpProblem(
                "Get \"" + Addresses.clean(call.uri()) + "\": unsupported protocol scheme \"" + scheme + "\"",
                "a module reads such addresses: put " + (scheme.equals("s3") ? "decs-aws.jar" : "decs-google.jar")
                        + " beside decs-cli.jar",
                0,
                null);
    }

    private Answer follow(Call first, Optional<Path> file) throws IOException {
        Call call = first;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Answer answer = once(call, file);
            Optional<String> location = answer.header("location");
            boolean elsewhere =
                    answer.status() >= 301 && answer.status() <= 308 && answer.status() != 304 && location.isPresent();
            if (!elsewhere || !(call.method().equals("GET") || call.method().equals("HEAD"))) {
                return answer;
            }
            URI next = Addresses.resolve(call.uri(), location.get());
            if (!Addresses.sameServer(call.uri(), next)) {
                call = call.without("Authorization");
            }
            call = call.to(next);
        }
        throw new HttpProblem(
                "Get \"" + Addresses.clean(first.uri()) + "\": stopped after 10 redirects",
                "the server sends every request elsewhere; is the address right?",
                0,
                null);
    }

    private Answer once(Call call, Optional<Path> file) throws IOException {
        HttpClient client = client(call);
        HttpRequest request = request(call);
        if (file.isEmpty()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            HttpResponse<Void> response = exchange(client, request, out, call.mostBytes());
            byte[] body = packed(response) ? unpacked(out.toByteArray(), call.mostBytes()) : out.toByteArray();
            return new Answer(call.uri(), response.statusCode(), response.headers(), body);
        }
        Path part = Files.createTempFile(".decs", ".part");
        try {
            HttpResponse<Void> response;
            try (OutputStream out = Files.newOutputStream(part)) {
                response = exchange(client, request, out, call.mostBytes());
            }
            if (response.statusCode() == 200) {
                try (InputStream in = Files.newInputStream(part);
                        InputStream body = packed(response) ? new GZIPInputStream(in, 1 << 16) : in;
                        OutputStream out = Files.newOutputStream(file.get())) {
                    copy(body, out, call.mostBytes());
                }
            }
            return new Answer(call.uri(), response.statusCode(), response.headers(), new byte[0]);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(URI.create(Addresses.clean(call.uri())));
        } catch (IllegalArgumentException bad) {
            throw new DecsException(
                    "Get \"" + Addresses.clean(call.uri()) + "\": unsupported protocol scheme or address: "
                            + bad.getMessage(),
                    bad);
        }
        request.method(call.method(), call.body());
        request.header("User-Agent", "decs").header("Accept-Encoding", "gzip");
        call.headers().forEach(request::header);
        if (!call.headers().containsKey("Authorization")) {
            authorization(call).ifPresent(value -> request.header("Authorization", value));
        }
        return request.build();
    }

    private static Optional<String> authorization(Call call) {
        Access access = call.access();
        boolean own = access.everywhere() || Addresses.sameServer(call.uri(), access.origin());
        if (own && !access.password().isEmpty()) {
            return Optional.of(
                    access.username().isEmpty()
                            ? "Bearer " + access.password()
                            : basic(access.username() + ":" + access.password()));
        }
        return Optional.ofNullable(call.uri().getUserInfo()).map(Http::basic);
    }

    /** The header value of basic authentication for {@code user:password}. */
    public static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<Void> exchange(HttpClient client, HttpRequest request, OutputStream out, long most)
            throws IOException {
        CompletableFuture<HttpResponse<Void>> coming =
                client.sendAsync(request, info -> new Sink(out, most, announced(request, info)));
        try {
            return coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new DecsException("interrupted while fetching " + Addresses.clean(request.uri()), stopped);
        } catch (TimeoutException slow) {
            coming.cancel(true);
            throw new IOException("the answer was not complete after " + timeout.toSeconds() + " s", slow);
        } catch (ExecutionException failed) {
            throw asIo(failed.getCause());
        }
    }

    private static long announced(HttpRequest request, HttpResponse.ResponseInfo info) {
        return request.method().equals("HEAD")
                ? 0
                : info.headers().firstValueAsLong("content-length").orElse(0);
    }

    private static IOException asIo(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof Sink.TooLarge tooLarge) {
                return tooLarge;
            }
        }
        return failed instanceof IOException io ? io : new IOException(String.valueOf(failed.getMessage()), failed);
    }

    private HttpClient client(Call call) {
        if ("http".equalsIgnoreCase(call.uri().getScheme())) {
            return plainClient();
        }
        return clients.computeIfAbsent(call.access().certificates(), files -> {
            HttpClient.Builder builder = builder();
            Tls.contextFor(files).ifPresent(builder::sslContext);
            return builder.build();
        });
    }

    /** The client of plain HTTP: it does not spend the time to read the machine's certificates. */
    private synchronized HttpClient plainClient() {
        if (plainClient == null) {
            plainClient = builder().sslContext(Tls.trustingNobody()).build();
        }
        return plainClient;
    }

    private HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(proxies)
                .followRedirects(HttpClient.Redirect.NEVER);
    }

    private static boolean packed(HttpResponse<?> response) {
        return response.headers()
                .firstValue("content-encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
    }

    private static byte[] unpacked(byte[] packed, long most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (packed.length > 0) {
            copy(new GZIPInputStream(new ByteArrayInputStream(packed)), out, most);
        }
        return out.toByteArray();
    }

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = most;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            left -= n;
            if (left < 0) {
                throw new Sink.TooLarge();
            }
            out.write(buffer, 0, n);
        }
    }

    private static HttpProblem refused(URI uri, int status) {
        String hint =
                switch (status) {
                    case 401, 403 -> "check the repository's username and password";
                    case 404 -> "is there such a file? a repository's address is the folder that holds index.yaml";
                    default -> "the server refused; try again, or ask who runs it";
                };
        String text = "failed to fetch " + Addresses.clean(uri) + " : " + status + " " + Reason.of(status);
        return new HttpProblem(text, hint, status, null);
    }

    private static DecsException failed(Call call, int attempts, Duration time, IOException cause) {
        String address = Addresses.clean(call.uri());
        if (cause instanceof Sink.TooLarge) {
            return new HttpProblem(
                    address + " is larger than " + call.mostBytes() + " bytes",
                    "nothing of it was kept; is the address right?",
                    0,
                    cause);
        }
        String verb = call.method().charAt(0) + call.method().substring(1).toLowerCase(Locale.ROOT);
        String text = verb + " \"" + address + "\": " + Unreachable.because(call.uri(), cause);
        String tried = (attempts == 1 ? "tried once, " : "tried " + attempts + " times, ")
                + String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        return new HttpProblem(text, tried + "; is the address right, and may this machine reach it?", 0, cause);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(Math.min(30_000L, 1_000L << attempt));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DecsException("interrupted while waiting to try again", stopped);
        }
    }
}
