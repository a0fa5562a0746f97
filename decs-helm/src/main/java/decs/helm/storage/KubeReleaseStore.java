package decs.helm.storage;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.WriteOptions;
import decs.helm.release.Release;
import decs.helm.release.ReleaseCodec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Records as Secrets or ConfigMaps of a cluster, named, labelled and written as Helm does it. */
public final class KubeReleaseStore implements ReleaseStore {
    private static final WriteOptions WRITE = WriteOptions.by("helm");
    private static final int TRIES = 5;

    private final Cluster cluster;
    private final RecordKind kind;
    private final RecordObject objects;
    private final String namespace;
    private final Clock clock;

    /**
     * @param namespace the namespace of the records; empty reads those of all namespaces
     * @param helm which Helm's form to write
     */
    public KubeReleaseStore(Cluster cluster, RecordKind kind, String namespace, HelmVersion helm, Clock clock) {
        this.cluster = Objects.requireNonNull(cluster, "cluster");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.namespace = Objects.requireNonNull(namespace, "namespace");
        this.objects = new RecordObject(kind, helm, namespace);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public List<StoredRelease> history(String name) {
        return list("query", "name=" + name + ",owner=helm").stream()
                .filter(stored -> stored.release().name().equals(name))
                .sorted(Comparator.comparingInt(StoredRelease::revision))
                .toList();
    }

    @Override
    public List<String> damaged(String name) {
        ListQuery query =
                ListQuery.of("v1", kind.kind()).inNamespace(namespace).withLabels("name=" + name + ",owner=helm");
        List<String> damaged = new ArrayList<>();
        for (KubeObject object : cluster.list(query).items()) {
            objects.fault(object).ifPresent(fault -> damaged.add(object.name() + " (" + fault + ")"));
        }
        return damaged;
    }

    @Override
    public List<StoredRelease> all() {
        return list("list", "owner=helm");
    }

    private List<StoredRelease> list(String verb, String selector) {
        try {
            ListQuery query =
                    ListQuery.of("v1", kind.kind()).inNamespace(namespace).withLabels(selector);
            return cluster.list(query).items().stream()
                    .map(objects::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (ClusterException e) {
            throw StorageException.refused(kind.prefix(verb), e);
        }
    }

    @Override
    public Optional<StoredRelease> find(String name, int revision) {
        try {
            return cluster.find(ref(Release.key(name, revision))).flatMap(objects::read);
        } catch (ClusterException e) {
            String prefix =
                    kind == RecordKind.SECRET ? "get: failed to get \"" + Release.key(name, revision) + "\": " : "";
            throw StorageException.refused(prefix, e);
        }
    }

    @Override
    public StoredRelease create(Release release) {
        KubeObject object = objects.object(release, SystemLabels.of(release, "createdAt", now()));
        try {
            return RecordObject.stored(release, cluster.create(object, WRITE));
        } catch (ClusterException e) {
            if (e.reason() == ClusterException.Reason.ALREADY_EXISTS) {
                throw StorageException.exists(e);
            }
            throw StorageException.refused(kind.prefix("create"), e);
        }
    }

    @Override
    public StoredRelease update(StoredRelease seen, Release next) {
        StoredRelease base = seen;
        for (int tried = 1; ; tried++) {
            try {
                KubeObject object = objects.changed(base.holder(), next, SystemLabels.of(next, "modifiedAt", now()));
                return RecordObject.stored(next, cluster.replace(object, WRITE));
            } catch (ClusterException e) {
                if (e.reason() != ClusterException.Reason.CONFLICT || tried == TRIES) {
                    throw StorageException.refused(kind.prefix("update"), e);
                }
                base = sameRecord(base, e);
            }
        }
    }

    /** The record as it is now, when only its surroundings have changed: another's label or annotation, say. */
    private StoredRelease sameRecord(StoredRelease seen, ClusterException conflict) {
        Release release = seen.release();
        StoredRelease now = find(release.name(), release.revision())
                .orElseThrow(() -> StorageException.changed(release.key(), conflict));
        boolean same =
                ReleaseCodec.json(now.release(), HelmVersion.V4).equals(ReleaseCodec.json(release, HelmVersion.V4));
        if (!same) {
            throw StorageException.changed(release.key(), conflict);
        }
        return now;
    }

    @Override
    public void delete(StoredRelease seen) {
        try {
            cluster.delete(ref(seen.release().key()), DeleteOptions.background());
        } catch (ClusterException e) {
            if (e.reason() != ClusterException.Reason.NOT_FOUND) {
                throw StorageException.refused("", e);
            }
            throw StorageException.notFound();
        }
    }

    private ObjectRef ref(String name) {
        return ObjectRef.of("v1", kind.kind(), name).inNamespace(namespace);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
