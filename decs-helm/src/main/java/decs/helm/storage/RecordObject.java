package decs.helm.storage;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.KubeObject;
import decs.helm.release.Release;
import decs.helm.release.ReleaseCodec;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.util.Map;
import java.util.Optional;

/** A record as an object of the API, and back. */
record RecordObject(RecordKind kind, HelmVersion helm, String namespace) {

    /** A new object for {@code release}. */
    KubeObject object(Release release, Map<String, String> labels) {
        ValueMap metadata = new ValueMap();
        metadata.put("name", release.key());
        metadata.put("namespace", namespace);
        metadata.put("labels", labels);
        ValueMap object = new ValueMap();
        object.put("apiVersion", "v1");
        object.put("kind", kind.kind());
        object.put("metadata", metadata);
        if (kind == RecordKind.SECRET) {
            object.put("type", "helm.sh/release.v1");
        }
        object.put("data", data(release));
        return KubeObject.of(object);
    }

    /** {@code holder} with other content: what else others wrote on it stays. */
    KubeObject changed(KubeObject holder, Release release, Map<String, String> labels) {
        return holder.without("metadata", "managedFields")
                .with(labels, "metadata", "labels")
                .with(data(release), "data");
    }

    private Map<String, String> data(Release release) {
        String record = ReleaseCodec.encode(release, helm);
        if (record.length() > RecordKind.MOST_BYTES) {
            throw RecordSize.tooLarge(release, kind, record.length());
        }
        return Map.of("release", kind.data(record));
    }

    /** The release that {@code object} holds; empty where it holds none that can be read. */
    Optional<StoredRelease> read(KubeObject object) {
        try {
            return Optional.of(stored(decoded(object), object));
        } catch (DecsException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Why {@code object} cannot be read, if it cannot. */
    Optional<String> fault(KubeObject object) {
        try {
            decoded(object);
            return Optional.empty();
        } catch (DecsException | IllegalArgumentException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private Release decoded(KubeObject object) {
        String data = object.text("data", "release").orElseThrow(() -> new DecsException("it holds no release"));
        return ReleaseCodec.decode(kind.record(data)).withLabels(object.labels());
    }

    static StoredRelease stored(Release release, KubeObject object) {
        return new StoredRelease(release, object.without("data"));
    }
}
