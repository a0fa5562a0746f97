package decs.helm.registry;

import decs.helm.archive.Digests;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.FieldJson;
import decs.helm.chart.Maintainer;
import decs.helm.http.Answer;
import decs.helm.http.Call;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends a chart archive to a registry as Helm does: its metadata as the configuration, the archive and its provenance as
 * layers, and the annotations that registries show. A layer that the registry has is not sent again.
 *
 * <p>Mirrors: registry.Client.Push
 */
public final class Push {
    private static final String PREFIX = "org.opencontainers.image.";
    private static final List<String> FIXED = List.of(PREFIX + "version", PREFIX + "title");

    private final Endpoint endpoint;

    public Push(OciRegistry registry) {
        this.endpoint = registry.endpoint();
    }

    /** What was pushed, and the digest of its manifest. */
    public record Pushed(OciReference reference, String digest) {}

    /**
     * Pushes {@code archive}, whose metadata is {@code metadata}, to exactly {@code reference}.
     *
     * @param created is noted in the manifest
     */
    public Pushed push(
            OciReference reference,
            ChartMetadata metadata,
            byte[] archive,
            Optional<byte[]> provenance,
            Instant created) {
        byte[] config = FieldJson.write(ChartYaml.tree(metadata)).getBytes(StandardCharsets.UTF_8);
        List<ValueMap> layers = new ArrayList<>();
        layers.add(blob(reference, MediaType.CHART, archive));
        provenance.ifPresent(proof -> layers.add(blob(reference, MediaType.PROVENANCE, proof)));
        layers.sort(Comparator.comparing(layer -> String.valueOf(layer.get("digest"))));
        ValueMap manifest = new ValueMap();
        manifest.put("schemaVersion", 2);
        manifest.put("config", blob(reference, MediaType.CONFIG, config));
        manifest.put("layers", layers);
        manifest.put("annotations", annotations(metadata, created));
        byte[] bytes = FieldJson.write(manifest).getBytes(StandardCharsets.UTF_8);
        URI address = endpoint.address(reference, "manifests/" + reference.tag());
        Answer answer = endpoint.send(
                reference,
                endpoint.call(reference, address)
                        .sending("PUT", BodyPublishers.ofByteArray(bytes))
                        .with("Content-Type", MediaType.MANIFEST),
                "pull,push");
        if (answer.status() != 201 && answer.status() != 200) {
            throw Endpoint.refused(reference, address, answer.status());
        }
        return new Pushed(reference, "sha256:" + Digests.sha256(bytes));
    }

    private ValueMap blob(OciReference reference, String kind, byte[] bytes) {
        String digest = "sha256:" + Digests.sha256(bytes);
        URI address = endpoint.address(reference, "blobs/" + digest);
        Call there = endpoint.call(reference, address).sending("HEAD", BodyPublishers.noBody());
        if (endpoint.send(reference, there, "pull,push").status() != 200) {
            upload(reference, digest, bytes);
        }
        ValueMap layer = new ValueMap();
        layer.put("mediaType", kind);
        layer.put("digest", digest);
        layer.put("size", bytes.length);
        return layer;
    }

    private void upload(OciReference reference, String digest, byte[] bytes) {
        URI start = endpoint.address(reference, "blobs/uploads/");
        Answer begun = endpoint.send(
                reference, endpoint.call(reference, start).sending("POST", BodyPublishers.noBody()), "pull,push");
        String location = begun.header("location").orElse("");
        if (begun.status() != 202 || location.isEmpty()) {
            throw Endpoint.refused(reference, start, begun.status());
        }
        URI place;
        try {
            place = start.resolve(location);
            place = URI.create(place + (place.getRawQuery() == null ? "?" : "&") + "digest=" + digest);
        } catch (IllegalArgumentException bad) {
            throw new DecsException(reference.host() + " names an address for the upload that is none", bad);
        }
        Answer answer = endpoint.send(
                reference,
                endpoint.call(reference, place)
                        .sending("PUT", BodyPublishers.ofByteArray(bytes))
                        .with("Content-Type", "application/octet-stream"),
                "pull,push");
        if (answer.status() != 201) {
            throw Endpoint.refused(reference, place, answer.status());
        }
    }

    /** Mirrors: registry.generateOCIAnnotations */
    private static ValueMap annotations(ChartMetadata metadata, Instant created) {
        ValueMap annotations = new ValueMap();
        put(annotations, "description", metadata.description());
        put(annotations, "title", metadata.name());
        put(annotations, "version", metadata.version());
        put(annotations, "url", metadata.home());
        put(annotations, "created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        put(
                annotations,
                "source",
                metadata.sources().isEmpty() ? "" : metadata.sources().get(0));
        put(
                annotations,
                "authors",
                metadata.maintainers().stream().map(Push::author).collect(Collectors.joining(", ")));
        for (Map.Entry<String, String> own : metadata.annotations().entrySet()) {
            if (!FIXED.contains(own.getKey())) {
                annotations.put(own.getKey(), own.getValue());
            }
        }
        return annotations;
    }

    private static String author(Maintainer maintainer) {
        return maintainer.email().isEmpty() ? maintainer.name() : maintainer.name() + " (" + maintainer.email() + ")";
    }

    private static void put(ValueMap annotations, String name, String value) {
        if (!value.isEmpty()) {
            annotations.put(PREFIX + name, value);
        }
    }
}
