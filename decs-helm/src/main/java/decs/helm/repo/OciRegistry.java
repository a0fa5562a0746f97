package decs.helm.repo;

import decs.template.semver.Constraint;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.yaml.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Charts in OCI registries, pulled over the distribution API: tags listed, the wanted version resolved, the manifest and
 * its chart layer fetched, both digests checked. Bearer tokens are asked for as the registry says.
 */
final class OciRegistry {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final List<String> CHART_LAYERS =
            List.of("application/vnd.cncf.helm.chart.content.v1.tar+gzip", "application/tar+gzip");
    private static final Pattern CHALLENGE = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern NEXT_PAGE = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");
    private static final int SHOWN_TAGS = 5;

    private final HttpClient client;
    private final Duration timeout;
    private final RegistryCredentials credentials;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    OciRegistry(Duration timeout, RegistryCredentials credentials) {
        this.timeout = timeout;
        this.credentials = credentials;
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** A chart archive and the digest of the manifest that names it. */
    record Pulled(OciReference reference, String manifestDigest, byte[] archive) {}

    /** The archive of the version that {@code wanted} asks for: an exact one, a constraint, or empty for the newest. */
    Pulled pull(OciReference reference, String wanted) {
        OciReference exact = reference.manifest().isEmpty() ? resolve(reference, wanted) : reference;
        byte[] manifest = get(exact, "manifests/" + exact.manifest(), MANIFEST);
        String digest = "sha256:" + DownloadCache.sha256(manifest);
        if (!exact.digest().isEmpty() && !exact.digest().equals(digest)) {
            throw new DecsException("the manifest of " + exact + " has the digest " + digest);
        }
        Map<?, ?> layer = chartLayer(exact, manifest);
        String layerDigest = String.valueOf(layer.get("digest"));
        byte[] archive = get(exact, "blobs/" + layerDigest, "*/*");
        String actual = "sha256:" + DownloadCache.sha256(archive);
        if (!actual.equals(layerDigest)) {
            throw new DecsException(
                    "the chart of " + exact + " has the digest " + actual + ", its manifest names " + layerDigest);
        }
        return new Pulled(exact, digest, archive);
    }

    private OciReference resolve(OciReference reference, String wanted) {
        if (Version.tryParse(wanted).filter(v -> exact(wanted)).isPresent()) {
            return reference.withTag(wanted);
        }
        Constraint constraint = Constraint.parse(wanted.isEmpty() ? "*" : wanted);
        List<Version> versions = tags(reference);
        return versions.stream()
                .filter(constraint::check)
                .findFirst()
                .map(version -> reference.withTag(version.original()))
                .orElseThrow(() -> noVersion(reference, wanted, versions));
    }

    private static boolean exact(String version) {
        return version.chars().filter(c -> c == '.').count() >= 2;
    }

    private static DecsException noVersion(OciReference reference, String wanted, List<Version> versions) {
        String text = "could not locate a version matching provided version string " + wanted;
        String near = versions.stream().limit(SHOWN_TAGS).map(Version::original).collect(Collectors.joining(", "));
        return new DecsException(
                text,
                List.of(Problem.of(reference + ": " + text)
                        .withHint(near.isEmpty() ? "it has no versions at all" : "the newest: " + near)),
                null);
    }

    /** The versions among the tags, newest first; tags that are no versions are passed over. */
    List<Version> tags(OciReference reference) {
        List<Version> versions = new ArrayList<>();
        String path = "tags/list";
        while (path != null) {
            HttpResponse<byte[]> page = request(reference, path, "application/json");
            Object tree = Json.read(new String(page.body(), StandardCharsets.UTF_8));
            if (tree instanceof Map<?, ?> map && map.get("tags") instanceof List<?> tags) {
                tags.forEach(tag ->
                        Version.tryParse(String.valueOf(tag).replace('_', '+')).ifPresent(versions::add));
            }
            Matcher next = NEXT_PAGE.matcher(page.headers().firstValue("link").orElse(""));
            path = next.find() ? next.group(1).replaceFirst(".*/tags/list", "tags/list") : null;
        }
        versions.sort(Comparator.reverseOrder());
        return versions;
    }

    private static Map<?, ?> chartLayer(OciReference reference, byte[] manifest) {
        Object tree = Json.read(new String(manifest, StandardCharsets.UTF_8));
        if (tree instanceof Map<?, ?> map && map.get("layers") instanceof List<?> layers) {
            for (Object layer : layers) {
                if (layer instanceof Map<?, ?> entry && CHART_LAYERS.contains(String.valueOf(entry.get("mediaType")))) {
                    return entry;
                }
            }
        }
        throw new DecsException("manifest of " + reference + " does not contain a layer with mediatype "
                + CHART_LAYERS.get(0) + ": it is no Helm chart");
    }

    private byte[] get(OciReference reference, String path, String accept) {
        return request(reference, path, accept).body();
    }

    private HttpResponse<byte[]> request(OciReference reference, String path, String accept) {
        URI address = URI.create(
                scheme(reference.host()) + "://" + reference.host() + "/v2/" + reference.path() + "/" + path);
        HttpResponse<byte[]> response = send(address, accept, Optional.ofNullable(tokens.get(scopeKey(reference))));
        if (response.statusCode() == 401) {
            String challenge = response.headers().firstValue("www-authenticate").orElse("");
            Optional<String> authorization = authorize(reference, challenge);
            if (authorization.isPresent()) {
                tokens.put(scopeKey(reference), authorization.get());
                response = send(address, accept, authorization);
            }
        }
        if (response.statusCode() != 200) {
            throw refused(reference, address, response.statusCode());
        }
        return response;
    }

    private static String scopeKey(OciReference reference) {
        return reference.host() + "/" + reference.path();
    }

    private HttpResponse<byte[]> send(URI address, String accept, Optional<String> authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Accept", accept)
                .header("User-Agent", "decs");
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            String why = unreachable.getMessage() == null
                    ? unreachable.getClass().getSimpleName()
                    : unreachable.getMessage();
            throw new DecsException("could not reach " + address + ": " + why, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DecsException("interrupted while fetching " + address, stopped);
        }
    }

    /** The Authorization header that answers a challenge: basic at once, bearer by way of the token server. */
    private Optional<String> authorize(OciReference reference, String challenge) {
        Optional<String> basic = credentials.basic(reference.host());
        if (challenge.regionMatches(true, 0, "basic", 0, 5)) {
            return basic;
        }
        Map<String, String> parameters = CHALLENGE
                .matcher(challenge)
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (a, b) -> b));
        String realm = parameters.get("realm");
        if (realm == null) {
            return Optional.empty();
        }
        String scope = parameters.getOrDefault("scope", "repository:" + reference.path() + ":pull");
        String query = "service=" + encode(parameters.getOrDefault("service", "")) + "&scope=" + encode(scope);
        URI address = URI.create(realm + (realm.contains("?") ? "&" : "?") + query);
        HttpResponse<byte[]> answer = send(address, "application/json", basic);
        if (answer.statusCode() != 200) {
            throw refused(reference, address, answer.statusCode());
        }
        Object tree = Json.read(new String(answer.body(), StandardCharsets.UTF_8));
        if (tree instanceof Map<?, ?> map) {
            Object token = map.get("token") != null ? map.get("token") : map.get("access_token");
            return Optional.ofNullable(token).map(value -> "Bearer " + value);
        }
        return Optional.empty();
    }

    private String scheme(String host) {
        return credentials.plainHttp(host) ? "http" : "https";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static DecsException refused(OciReference reference, URI address, int status) {
        String text = reference + ": " + address + " answered " + status + " " + Reason.of(status);
        String hint =
                switch (status) {
                    case 401, 403 ->
                        "log in to " + reference.host() + ", or check the repository's username and password";
                    case 404 -> "there is no such chart or version in the registry";
                    default -> "the registry refused; try again, or ask who runs it";
                };
        return new DecsException(text, List.of(Problem.of(text).withHint(hint)), null);
    }

    /** Which registries are spoken to how. */
    interface RegistryCredentials {
        /** The basic Authorization header for a host. */
        Optional<String> basic(String host);

        /** Whether a host is reached by plain HTTP. */
        boolean plainHttp(String host);

        static String header(String username, String password) {
            String pair = username + ":" + password;
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
    }
}
