package decs.helm.repo;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * GETs over HTTP with the credentials and certificates of a {@link Repository}. Credentials go to the repository's own
 * scheme, host and port only, also across redirects, unless the repository passes them on.
 */
final class HttpFetcher {
    private static final int MOST_REDIRECTS = 10;

    private final Once<Repository, HttpClient> clients = new Once<>();
    private final Duration timeout;
    private final int retries;

    HttpFetcher(Duration timeout, int retries) {
        this.timeout = timeout;
        this.retries = retries;
    }

    /**
     * An answer.
     *
     * @param body empty when the server says that nothing changed
     */
    record Answer(boolean unchanged, byte[] body, Optional<String> etag) {}

    /** Fetches {@code uri}; with {@code etag}, only when it differs from what the tag stands for. */
    Answer get(URI uri, Repository repository, Optional<String> etag, long mostBytes) {
        for (int attempt = 0; ; attempt++) {
            try {
                return follow(uri, repository, etag, mostBytes);
            } catch (IOException unreachable) {
                if (attempt >= retries) {
                    throw unreachable(uri, attempt + 1, unreachable);
                }
                pause(attempt);
            }
        }
    }

    private Answer follow(URI start, Repository repository, Optional<String> etag, long mostBytes) throws IOException {
        URI uri = start;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<InputStream> response = send(uri, repository, etag);
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                if (status == 304) {
                    return new Answer(true, new byte[0], etag);
                }
                Optional<String> location = response.headers().firstValue("location");
                if (status >= 300 && status < 400 && location.isPresent()) {
                    uri = uri.resolve(location.get());
                    continue;
                }
                if (status != 200) {
                    throw refused(uri, status);
                }
                return new Answer(
                        false,
                        read(response, body, mostBytes, uri),
                        response.headers().firstValue("etag"));
            }
        }
        throw new DecsException("failed to fetch " + clean(start) + " : too many redirects");
    }

    private HttpResponse<InputStream> send(URI uri, Repository repository, Optional<String> etag) throws IOException {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(withoutUser(uri));
        } catch (IllegalArgumentException bad) {
            throw new DecsException("could not fetch " + clean(uri) + ": " + bad.getMessage(), bad);
        }
        request.timeout(timeout).header("User-Agent", "decs").header("Accept-Encoding", "gzip");
        etag.ifPresent(tag -> request.header("If-None-Match", tag));
        if (!repository.username().isEmpty()
                && (repository.passCredentials() || sameServer(uri, URI.create(repository.url())))) {
            String pair = repository.username() + ":" + repository.password();
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        HttpClient client = clients.get(repository, () -> client(repository));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DecsException("interrupted while fetching " + clean(uri), stopped);
        }
    }

    private HttpClient client(Repository repository) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        Tls.contextFor(repository).ifPresent(builder::sslContext);
        return builder.build();
    }

    private static byte[] read(HttpResponse<InputStream> response, InputStream body, long mostBytes, URI uri)
            throws IOException {
        boolean gzip = response.headers()
                .firstValue("content-encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        InputStream in = gzip ? new GZIPInputStream(body) : body;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + n > mostBytes) {
                throw new DecsException(clean(uri) + " is larger than " + mostBytes + " bytes");
            }
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    static boolean sameServer(URI a, URI b) {
        return String.valueOf(a.getScheme()).equalsIgnoreCase(b.getScheme())
                && String.valueOf(a.getHost()).equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static URI withoutUser(URI uri) {
        return uri.getRawUserInfo() == null ? uri : URI.create(clean(uri));
    }

    /** The address as it may be shown: without user and password. */
    static String clean(URI uri) {
        String text = uri.toString();
        return uri.getRawUserInfo() == null ? text : text.replace(uri.getRawUserInfo() + "@", "");
    }

    private static DecsException refused(URI uri, int status) {
        String text = "failed to fetch " + clean(uri) + " : " + status + " " + Reason.of(status);
        Problem problem = Problem.of(text);
        String hint =
                switch (status) {
                    case 401, 403 -> "check the repository's username and password";
                    case 404 -> "check the repository's URL: it must be the folder that holds index.yaml";
                    default -> "the server refused; try again, or ask who runs it";
                };
        return new DecsException(text, List.of(problem.withHint(hint)), null);
    }

    private static DecsException unreachable(URI uri, int attempts, IOException cause) {
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String text = "could not reach " + clean(uri) + ": " + why;
        String tried = attempts == 1 ? "tried once" : "tried " + attempts + " times";
        return new DecsException(
                text,
                List.of(Problem.of(text).withHint(tried + "; is the address right, and may this machine reach it?")),
                cause);
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
