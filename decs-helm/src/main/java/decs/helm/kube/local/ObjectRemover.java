package decs.helm.kube.local;

import decs.helm.kube.DeleteOptions;
import decs.helm.kube.DeleteOptions.Propagation;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import decs.template.language.Host;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Deletion with all that follows from it: finalizers, owned objects, the content of namespaces, custom objects. */
final class ObjectRemover {
    private final ObjectTable table;
    private final Host host;

    ObjectRemover(ObjectTable table, Host host) {
        this.table = table;
        this.host = host;
    }

    List<ObjectTable.Change> remove(ResourceType type, KubeObject live, DeleteOptions options) {
        expect(type, live, "UID", options.uid(), live.uid());
        expect(type, live, "ResourceVersion", options.resourceVersion(), live.resourceVersion());
        List<ObjectTable.Change> changes = new ArrayList<>();
        if (!options.dryRun()) {
            remove(ObjectKey.of(live), options.propagation(), changes);
        }
        return changes;
    }

    private static void expect(
            ResourceType type, KubeObject live, String what, Optional<String> wanted, Optional<String> found) {
        if (wanted.isPresent() && !wanted.equals(found)) {
            throw Refusal.precondition(type, live.name(), what, wanted.get(), found.orElse(""));
        }
    }

    /** The end of an object whose last finalizer is gone. */
    List<ObjectTable.Change> finish(ObjectKey key) {
        List<ObjectTable.Change> changes = new ArrayList<>();
        vanish(key, Propagation.BACKGROUND, changes);
        return changes;
    }

    private void remove(ObjectKey key, Propagation propagation, List<ObjectTable.Change> changes) {
        Optional<KubeObject> live = table.get(key);
        if (live.isEmpty()) {
            return;
        }
        if (live.get().list("metadata", "finalizers").isEmpty()) {
            vanish(key, propagation, changes);
        } else if (!live.get().deleting()) {
            String now =
                    Instant.now(host.clock()).truncatedTo(ChronoUnit.SECONDS).toString();
            changes.add(table.put(
                    key,
                    live.get()
                            .with(now, "metadata", "deletionTimestamp")
                            .with(0L, "metadata", "deletionGracePeriodSeconds")));
        }
    }

    private void vanish(ObjectKey key, Propagation propagation, List<ObjectTable.Change> changes) {
        KubeObject gone = table.get(key).orElseThrow();
        content(gone).forEach(inner -> remove(inner, Propagation.BACKGROUND, changes));
        changes.add(table.remove(key));
        String uid = gone.uid().orElse("");
        for (KubeObject dependent : table.all()) {
            List<Map<String, Object>> owners = dependent.maps("metadata", "ownerReferences");
            List<Map<String, Object>> left = owners.stream()
                    .filter(owner -> !uid.equals(owner.get("uid")))
                    .toList();
            if (left.size() == owners.size()) {
                continue;
            }
            ObjectKey dependentKey = ObjectKey.of(dependent);
            if (propagation != Propagation.ORPHAN && left.isEmpty()) {
                remove(dependentKey, Propagation.BACKGROUND, changes);
            } else {
                changes.add(table.put(
                        dependentKey,
                        left.isEmpty()
                                ? dependent.without("metadata", "ownerReferences")
                                : dependent.with(left, "metadata", "ownerReferences")));
            }
        }
    }

    /** What goes with a namespace or with a definition of a kind. */
    private List<ObjectKey> content(KubeObject gone) {
        Set<String> group = new HashSet<>();
        if (gone.kind().equals("CustomResourceDefinition")) {
            group.add(gone.text("spec", "group").orElse("") + "/"
                    + gone.text("spec", "names", "kind").orElse(""));
        }
        boolean namespace = gone.kind().equals("Namespace") && gone.apiVersion().equals("v1");
        return table.all().stream()
                .map(ObjectKey::of)
                .filter(key -> namespace
                        ? key.namespace().equals(gone.name())
                        : group.contains(key.group() + "/" + key.kind()))
                .toList();
    }
}
