package decs.helm.registry;

import decs.helm.archive.Digests;
import decs.helm.http.Access;
import decs.helm.http.Answer;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.template.semver.Constraint;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.yaml.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Charts in OCI registries over the distribution API: tags listed, the wanted version resolved, the manifest and its
 * layers fetched with every digest checked; {@link Push} sends them there. Safe to call from many threads.
 */
public final class OciRegistry {
    private static final Pattern NEXT_PAGE = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");
    private static final long MOST_MANIFEST = 4L << 20;
    private static final long MOST_ARCHIVE = 256L << 20;
    private static final int MOST_PAGES = 10_000;
    private static final int SHOWN_TAGS = 5;

    private final Endpoint endpoint;

    public OciRegistry(Http http, RegistryAccess registries) {
        this.endpoint = new Endpoint(http, registries);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /**
     * A chart archive, the digest of the manifest that names it, and its provenance where it was asked for and there is
     * one.
     */
    public record Pulled(OciReference reference, String manifestDigest, byte[] archive, Optional<byte[]> provenance) {}

    /**
     * The archive of the version that {@code wanted} asks for: an exact one, a constraint, or empty for the newest.
     *
     * @param provenance whether the provenance is wanted, too
     */
    public Pulled pull(OciReference reference, String wanted, boolean provenance) {
        OciReference exact = exact(reference, wanted);
        byte[] manifest = endpoint.get(exact, "manifests/" + exact.manifest(), MediaType.MANIFEST, MOST_MANIFEST)
                .body();
        String digest = "sha256:" + Digests.sha256(manifest);
        if (!exact.digest().isEmpty() && !exact.digest().equals(digest)) {
            throw moved("the manifest of " + exact, exact.digest(), digest);
        }
        Object tree = Json.read(new String(manifest, StandardCharsets.UTF_8));
        byte[] archive =
                layer(tree, MediaType.CHARTS).map(layer -> blob(exact, layer)).orElseThrow(() -> noChart(exact, tree));
        Optional<byte[]> proof = provenance
                ? layer(tree, List.of(MediaType.PROVENANCE)).map(layer -> blob(exact, layer))
                : Optional.empty();
        return new Pulled(exact, digest, archive, proof);
    }

    private OciReference exact(OciReference reference, String wanted) {
        if (!reference.tag().isEmpty() && !wanted.isEmpty()) {
            String tag = reference.tag().replace('_', '+');
            if (!tag.equals(wanted) && !satisfies(tag, wanted)) {
                throw new DecsException("chart reference and version mismatch: " + wanted + " is not " + tag);
            }
        }
        return reference.manifest().isEmpty() ? resolve(reference, wanted) : reference;
    }

    private static boolean satisfies(String tag, String wanted) {
        return Constraint.admits(wanted, tag);
    }

    private static Optional<Map<?, ?>> layer(Object manifest, List<String> kinds) {
        if (manifest instanceof Map<?, ?> map && map.get("layers") instanceof List<?> layers) {
            for (Object layer : layers) {
                if (layer instanceof Map<?, ?> entry && kinds.contains(String.valueOf(entry.get("mediaType")))) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    private static DecsException noChart(OciReference reference, Object manifest) {
        String kind = manifest instanceof Map<?, ?> map && map.get("config") instanceof Map<?, ?> config
                ? String.valueOf(config.get("mediaType"))
                : "unknown";
        String text = "manifest does not contain a layer with mediatype " + MediaType.CHART;
        return new DecsException(
                text,
                List.of(Problem.of(reference + ": " + text)
                        .withHint("it is no Helm chart: its configuration is of type " + kind)),
                null);
    }

    /** A layer's bytes, from the registry itself: addresses that a layer names are not followed. */
    private byte[] blob(OciReference reference, Map<?, ?> layer) {
        String digest = String.valueOf(layer.get("digest"));
        if (!digest.matches("sha256:[0-9a-f]{64}")) {
            throw new DecsException("the manifest of " + reference + " names a layer with the digest " + digest);
        }
        byte[] bytes =
                endpoint.get(reference, "blobs/" + digest, "*/*", MOST_ARCHIVE).body();
        String actual = "sha256:" + Digests.sha256(bytes);
        if (!actual.equals(digest)) {
            throw moved("a layer of " + reference, digest, actual);
        }
        return bytes;
    }

    private static DecsException moved(String what, String wanted, String actual) {
        String text = what + " has another digest than was named: " + wanted + " wanted, " + actual + " received";
        return new DecsException(
                text,
                List.of(Problem.of(text).withHint("the registry or something on the way changed it; do not use it")),
                null);
    }

    /** The reference with the tag of the version that {@code wanted} asks for. */
    public OciReference resolve(OciReference reference, String wanted) {
        if (Version.tryParse(wanted).isPresent()
                && wanted.chars().filter(c -> c == '.').count() >= 2) {
            return reference.withTag(wanted);
        }
        Constraint constraint = Constraint.parse(wanted.isEmpty() ? "*" : wanted);
        List<Version> versions = versions(reference);
        return versions.stream()
                .filter(constraint::check)
                .findFirst()
                .map(version -> reference.withTag(version.original()))
                .orElseThrow(() -> noVersion(reference, wanted, versions));
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
    public List<Version> versions(OciReference reference) {
        List<Version> versions = new ArrayList<>();
        String path = "tags/list";
        for (int page = 0; path != null; page++) {
            if (page == MOST_PAGES) {
                throw new DecsException(reference + " has more than " + MOST_PAGES + " pages of tags");
            }
            Answer answer = endpoint.get(reference, path, "application/json", MOST_MANIFEST);
            Object tree = Json.read(new String(answer.body(), StandardCharsets.UTF_8));
            if (tree instanceof Map<?, ?> map && map.get("tags") instanceof List<?> tags) {
                tags.forEach(tag ->
                        Version.tryParse(String.valueOf(tag).replace('_', '+')).ifPresent(versions::add));
            }
            Matcher next = NEXT_PAGE.matcher(answer.header("link").orElse(""));
            path = next.find() ? next.group(1).replaceFirst(".*/tags/list", "tags/list") : null;
        }
        versions.sort(Comparator.reverseOrder());
        return versions;
    }

    /** Whether the registry takes the login that is known for {@code host}; its answer's status when it does not. */
    public boolean accepts(String host) {
        OciReference nowhere = new OciReference(host, "", "", "");
        Answer answer = endpoint.send(nowhere, Call.get(URI.create(endpoint.root(host)), Access.anonymous(host)), "");
        if (answer.status() == 200) {
            return true;
        }
        if (answer.status() == 401 || answer.status() == 403) {
            return false;
        }
        throw Endpoint.refused(nowhere, URI.create(endpoint.root(host)), answer.status());
    }
}
