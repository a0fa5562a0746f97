package decs.helm.kube.apply;

import decs.helm.kube.KubeObject;
import decs.helm.kube.schema.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an API server does about owners of fields when an object is applied or written otherwise.
 *
 * <p>Mirrors: {@code sigs.k8s.io/structured-merge-diff}, as the API server uses it.
 *
 * @param shape the type of the object
 * @param now the time of the write, as the API writes times
 */
public record ServerSideApply(Shape shape, String now) {
    private static final String EARLIER = "before-first-apply";

    public ServerSideApply {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(now, "now");
    }

    /**
     * The object that an apply makes of the live one, its owners noted.
     *
     * @param live empty when the object is new
     * @throws ApplyException when others own fields that would change, unless {@code force}
     */
    public KubeObject apply(Optional<KubeObject> live, KubeObject wanted, String manager, boolean force) {
        KubeObject before = live.orElseGet(() -> KubeObject.of(Map.of()));
        List<FieldOwner> others = new ArrayList<>(managers(before));
        if (live.isPresent() && others.isEmpty()) {
            others.add(new FieldOwner(EARLIER, false, before.apiVersion(), "", Optional.of(now), owned(before)));
        }
        FieldOwner self = new FieldOwner(manager, true, wanted.apiVersion(), "", Optional.of(now), owned(wanted));
        FieldOwner former = others.stream().filter(self::is).findFirst().orElse(self.with(FieldSet.EMPTY));
        others.removeIf(self::is);

        FieldSet kept = others.stream().map(FieldOwner::fields).reduce(self.fields(), FieldSet::union);
        Map<String, Object> merged =
                Merging.merge(before.content(), withoutManagers(wanted).content(), shape);
        merged = Merging.prune(merged, former.fields().minus(kept), kept, shape);
        Comparison difference = Comparison.of(
                bare(before).content(), bare(KubeObject.of(merged)).content(), shape);
        List<FieldConflict> conflicts = conflicts(others, difference.changed(), before, wanted);
        if (!force && !conflicts.isEmpty()) {
            throw new ApplyException(conflicts);
        }
        List<FieldOwner> after = others.stream()
                .map(other -> other.with(lost(other.fields(), difference)))
                .collect(Collectors.toCollection(ArrayList::new));
        Optional<String> time = self.fields().equals(former.fields()) ? former.time() : self.time();
        after.add(self.with(self.fields(), time));
        return withManagers(KubeObject.of(merged), after);
    }

    /** The written object with its owners noted, after any write but an apply. */
    public KubeObject update(Optional<KubeObject> live, KubeObject written, String manager) {
        KubeObject before = live.orElseGet(() -> KubeObject.of(Map.of()));
        List<FieldOwner> known = managers(written);
        boolean asked = written.map("metadata").containsKey("managedFields");
        if (known.isEmpty()) {
            known = managers(before);
        }
        if (live.isPresent() && known.isEmpty()) {
            return withoutManagers(written);
        }
        Comparison difference =
                Comparison.of(bare(before).content(), bare(written).content(), shape);
        FieldOwner self = new FieldOwner(manager, false, written.apiVersion(), "", Optional.of(now), FieldSet.EMPTY);
        List<FieldOwner> after = new ArrayList<>();
        FieldSet own = difference.changed();
        Optional<String> time = Optional.of(now);
        for (FieldOwner other : known) {
            if (self.is(other)) {
                own = other.fields().minusAllBelow(difference.removed()).union(own);
                time = own.equals(other.fields()) ? other.time() : time;
            } else {
                after.add(other.with(lost(other.fields(), difference)));
            }
        }
        after.add(self.with(own, time));
        return withManagers(asked && managers(written).isEmpty() ? withoutManagers(written) : written, after);
    }

    private static FieldSet lost(FieldSet fields, Comparison difference) {
        return fields.minus(difference.changed()).minusAllBelow(difference.removed());
    }

    private List<FieldConflict> conflicts(
            List<FieldOwner> others, FieldSet changed, KubeObject live, KubeObject wanted) {
        List<FieldConflict> conflicts = new ArrayList<>();
        others.stream()
                .sorted(Comparator.comparing(FieldOwner::words))
                .forEach(other -> other.fields().intersection(changed).forEachPath((path, steps) -> {
                    Object before = Merging.value(live.content(), steps, shape);
                    Object after = Merging.value(wanted.content(), steps, shape);
                    conflicts.add(new FieldConflict(path, other.words(), before, after));
                }));
        return conflicts;
    }

    private static List<FieldOwner> managers(KubeObject object) {
        return object.maps("metadata", "managedFields").stream()
                .filter(entry -> !entry.isEmpty())
                .map(FieldOwner::of)
                .toList();
    }

    /** The fields of an object that can be owned: all but what names it and what the server sets. */
    private FieldSet owned(KubeObject object) {
        return FieldSet.of(bare(object).content(), shape);
    }

    private static KubeObject bare(KubeObject object) {
        KubeObject bare = object.without("apiVersion").without("kind").without("status");
        for (String key : List.of(
                "name",
                "namespace",
                "uid",
                "resourceVersion",
                "generation",
                "creationTimestamp",
                "selfLink",
                "managedFields")) {
            bare = bare.without("metadata", key);
        }
        return bare.map("metadata").isEmpty() ? bare.without("metadata") : bare;
    }

    private static KubeObject withoutManagers(KubeObject object) {
        return object.without("metadata", "managedFields");
    }

    private static KubeObject withManagers(KubeObject object, List<FieldOwner> managers) {
        List<Map<String, Object>> entries = managers.stream()
                .filter(manager -> !manager.fields().isEmpty())
                .sorted(Comparator.comparing((FieldOwner manager) -> !manager.apply())
                        .thenComparing(manager -> manager.time().orElse(""))
                        .thenComparing(FieldOwner::name))
                .map(FieldOwner::entry)
                .toList();
        Map<String, Object> metadata = new LinkedHashMap<>(object.map("metadata"));
        metadata.remove("managedFields");
        if (!entries.isEmpty()) {
            metadata.put("managedFields", entries);
        }
        return object.with(metadata, "metadata");
    }
}
