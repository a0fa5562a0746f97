package decs.helm.action;

import decs.helm.action.ReleaseDrift.FieldDrift;
import decs.helm.action.ReleaseDrift.ObjectDrift;
import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.Patch;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.patch.ThreeWayMerge;
import decs.helm.release.ApplyMethod;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StorageException;
import decs.helm.storage.StoredRelease;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares the live objects of releases with what releasing the same manifests again would make of them. The server says
 * that in a dry run, so that its defaults, its conversions and its webhooks are no drift; nothing is written.
 */
public final class Drift {
    private static final String SELF = "helm";

    private final ReleaseContext context;
    private final DriftRules ignored;

    public Drift(ReleaseContext context, DriftRules ignored) {
        this.context = Objects.requireNonNull(context, "context");
        this.ignored = Objects.requireNonNull(ignored, "ignored");
    }

    /**
     * The drift of one release.
     *
     * @throws StorageException when it has no deployed revision
     */
    public ReleaseDrift of(String name) {
        ReleaseName.checkKnown(name, "release name is invalid: ");
        return of(ReleaseHistory.of(context.store(), name).deployed().stream()
                .findFirst()
                .map(StoredRelease::release)
                .orElseThrow(() -> StorageException.noDeployedReleases(name)));
    }

    /** The deployed revisions of all releases that the records hold, by namespace and name. */
    public List<Release> deployed() {
        Map<String, Release> newest = new TreeMap<>();
        context.store().all().stream()
                .map(StoredRelease::release)
                .filter(release -> release.status() == ReleaseStatus.DEPLOYED)
                .sorted(Comparator.comparingInt(Release::revision))
                .forEach(release -> newest.put(release.namespace() + "/" + release.name(), release));
        return List.copyOf(newest.values());
    }

    /** The drift of a revision that is deployed. */
    public ReleaseDrift of(Release release) {
        Ownership ownership = new Ownership(release.name(), release.namespace());
        List<ObjectDrift> drifted = new ArrayList<>();
        for (ManifestObject object :
                new ManifestObjects(context.cluster(), release.namespace()).build(release.manifest())) {
            if (!object.name().isEmpty()) { // an object with a generated name is a new one each time
                context.run().check();
                compare(ownership.mark(object), release).ifPresent(drifted::add);
            }
        }
        return new ReleaseDrift(release.name(), release.namespace(), release.revision(), drifted);
    }

    private Optional<ObjectDrift> compare(ManifestObject object, Release release) {
        Optional<KubeObject> live = context.cluster().find(object.ref());
        if (live.isEmpty()) {
            return Optional.of(new ObjectDrift(object.ref(), true, List.of(), Optional.empty()));
        }
        try {
            KubeObject again = again(object, live.get(), release.applyMethod());
            List<FieldDrift> fields = FieldComparison.of(live.get(), again, SELF).stream()
                    .filter(field -> !ignored.cover(object.ref(), field.path()))
                    .toList();
            return fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ObjectDrift(object.ref(), false, fields, Optional.empty()));
        } catch (ClusterException refused) {
            return Optional.of(new ObjectDrift(object.ref(), false, List.of(), Optional.of(refused.getMessage())));
        }
    }

    /** What the live object would be after the same was released once more. */
    private KubeObject again(ManifestObject object, KubeObject live, ApplyMethod method) {
        WriteOptions rehearsal = WriteOptions.by(SELF).withDryRun();
        if (method == ApplyMethod.SERVER_SIDE) {
            return context.cluster().patch(object.ref(), new Patch.Apply(object.object(), true), rehearsal);
        }
        Patch.Merge patch = ThreeWayMerge.of(object.object(), object.object(), live);
        return patch.body().isEmpty() ? live : context.cluster().patch(object.ref(), patch, rehearsal);
    }
}
