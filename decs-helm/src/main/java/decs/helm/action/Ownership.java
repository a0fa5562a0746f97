package decs.helm.action;

import decs.helm.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The marks by which an object belongs to a release. Mirrors: action/validate.go. */
record Ownership(String name, String namespace) {
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String RELEASE_NAME = "meta.helm.sh/release-name";
    private static final String RELEASE_NAMESPACE = "meta.helm.sh/release-namespace";

    /** {@code object} with the marks. */
    ManifestObject mark(ManifestObject object) {
        KubeObject marked = object.object()
                .withLabel(MANAGED_BY, "Helm")
                .withAnnotation(RELEASE_NAME, name)
                .withAnnotation(RELEASE_NAMESPACE, namespace);
        return new ManifestObject(marked, object.type());
    }

    List<ManifestObject> mark(List<ManifestObject> objects) {
        return objects.stream().map(this::mark).toList();
    }

    /** What is wrong with the marks of a live object; empty when it belongs to the release. */
    Optional<String> fault(KubeObject live) {
        List<String> faults = new ArrayList<>();
        check(live.labels(), MANAGED_BY, "Helm", "label", faults);
        check(live.annotations(), RELEASE_NAME, name, "annotation", faults);
        check(live.annotations(), RELEASE_NAMESPACE, namespace, "annotation", faults);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of("invalid ownership metadata; " + String.join("; ", faults));
    }

    private static void check(Map<String, String> have, String key, String want, String what, List<String> faults) {
        String value = have.get(key);
        if (value == null) {
            faults.add(what + " validation error: missing key \"" + key + "\": must be set to \"" + want + "\"");
        } else if (!value.equals(want)) {
            faults.add(what + " validation error: key \"" + key + "\" must equal \"" + want + "\": current value is \""
                    + value + "\"");
        }
    }

    /**
     * Those of {@code objects} that are there already; as they are wanted, so that an update takes nothing away from what
     * is live.
     *
     * @param adopt whether they may belong to someone else
     * @throws ReleaseException when one belongs to someone else
     */
    List<ManifestObject> existing(Presence presence, List<ManifestObject> objects, boolean adopt) {
        List<ManifestObject> found = new ArrayList<>();
        for (ManifestObject object : objects) {
            boolean generated = object.object().text("metadata", "generateName").isPresent();
            if (generated && !object.name().isEmpty()) {
                throw new ReleaseException("metadata.name and metadata.generateName cannot both be set");
            }
            if (generated) {
                continue;
            }
            Optional<KubeObject> live = presence.find(object.ref());
            if (live.isEmpty()) {
                continue;
            }
            Optional<String> fault = adopt ? Optional.empty() : fault(live.get());
            if (fault.isPresent()) {
                throw new ReleaseException(object.kind() + " \"" + object.name() + "\" in namespace \""
                        + object.namespace()
                        + "\" exists and cannot be imported into the current release: " + fault.get());
            }
            found.add(object);
        }
        return found;
    }
}
