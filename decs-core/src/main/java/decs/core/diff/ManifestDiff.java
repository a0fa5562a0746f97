package decs.core.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What differs between two manifests: ownership first, then modified, removed and added objects, each group in the
 * order of their keys.
 */
public record ManifestDiff(List<ObjectChange> changes) {
    public ManifestDiff {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    public long count(ChangeKind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Compares two manifests; {@code owners} maps objects that belong to another release to what is to be said of it. */
    public static ManifestDiff between(
            ManifestObjects before, ManifestObjects after, Map<ObjectKey, OwnerChange> owners, Comparison how) {
        return new Comparer(how).compare(before.byKey(), after.byKey(), owners);
    }

    public static ManifestDiff between(ManifestObjects before, ManifestObjects after, Comparison how) {
        return between(before, after, Map.of(), how);
    }

    /** An object changes hands. */
    public record OwnerChange(String before, String after) {}

    private record Comparer(Comparison how) {

        ManifestDiff compare(
                Map<ObjectKey, ManifestObject> before,
                Map<ObjectKey, ManifestObject> after,
                Map<ObjectKey, OwnerChange> owners) {
            List<ObjectChange> changes = new ArrayList<>();
            new TreeMap<>(owners).forEach((key, owner) -> changes.add(ownership(key, owner, before, after)));
            TreeMap<ObjectKey, ManifestObject> removed = new TreeMap<>();
            TreeMap<ObjectKey, ManifestObject> added = new TreeMap<>(after);
            for (Map.Entry<ObjectKey, ManifestObject> old : new TreeMap<>(before).entrySet()) {
                ManifestObject now = added.remove(old.getKey());
                if (now == null) {
                    removed.put(old.getKey(), old.getValue());
                } else {
                    modified(old.getValue(), now).ifPresent(changes::add);
                }
            }
            changes.addAll(renamed(removed, added));
            removed.values().stream()
                    .filter(object -> !object.kept())
                    .map(this::removed)
                    .forEach(changes::add);
            added.values().stream().map(this::added).forEach(changes::add);
            return new ManifestDiff(changes);
        }

        private static ObjectChange ownership(
                ObjectKey key,
                OwnerChange owner,
                Map<ObjectKey, ManifestObject> before,
                Map<ObjectKey, ManifestObject> after) {
            ManifestObject object = after.getOrDefault(key, before.get(key));
            return new ObjectChange(
                    key,
                    object == null ? key.api() : object.apiVersion(),
                    ChangeKind.OWNERSHIP,
                    owner.before(),
                    owner.after(),
                    LineDiff.between(owner.before(), owner.after()));
        }

        private Optional<ObjectChange> modified(ManifestObject old, ManifestObject now) {
            if (old.text().equals(now.text())) {
                return Optional.empty();
            }
            SecretText texts = shown(Optional.of(old), Optional.of(now));
            List<DiffLine> lines = lines(texts);
            return lines.stream().anyMatch(DiffLine::changed)
                    ? Optional.of(change(old, ChangeKind.MODIFIED, texts, lines))
                    : Optional.empty();
        }

        private ObjectChange removed(ManifestObject old) {
            SecretText texts = shown(Optional.of(old), Optional.empty());
            return change(old, ChangeKind.REMOVED, texts, lines(texts));
        }

        private ObjectChange added(ManifestObject now) {
            SecretText texts = shown(Optional.empty(), Optional.of(now));
            return change(now, ChangeKind.ADDED, texts, lines(texts));
        }

        private List<ObjectChange> renamed(
                TreeMap<ObjectKey, ManifestObject> removed, TreeMap<ObjectKey, ManifestObject> added) {
            List<ObjectChange> changes = new ArrayList<>();
            if (how.renames() <= 0) {
                return changes;
            }
            for (ManifestObject old : List.copyOf(removed.values())) {
                Rename nearest = null;
                for (ManifestObject now : added.values()) {
                    if (now.key().kind().equals(old.key().kind())) {
                        Rename rename = rename(old, now);
                        nearest = nearest == null || rename.changed() < nearest.changed() ? rename : nearest;
                    }
                }
                if (nearest != null && nearest.changed() < how.renames()) {
                    removed.remove(old.key());
                    added.remove(nearest.now());
                    changes.add(nearest.change());
                }
            }
            return changes;
        }

        private Rename rename(ManifestObject old, ManifestObject now) {
            SecretText texts = shown(Optional.of(old), Optional.of(now));
            List<DiffLine> lines = lines(texts);
            double changed = lines.stream().filter(DiffLine::changed).count();
            return new Rename(now.key(), changed / lines.size(), change(old, ChangeKind.MODIFIED, texts, lines));
        }

        private SecretText shown(Optional<ManifestObject> old, Optional<ManifestObject> now) {
            return SecretText.of(old, now, how.secrets());
        }

        private List<DiffLine> lines(SecretText texts) {
            return how.stripTrailingCr()
                    ? LineDiff.between(withoutCr(texts.before()), withoutCr(texts.after()))
                    : LineDiff.between(texts.before(), texts.after());
        }

        private static String withoutCr(String text) {
            return text.replace("\r\n", "\n");
        }

        private static ObjectChange change(
                ManifestObject object, ChangeKind kind, SecretText texts, List<DiffLine> lines) {
            return new ObjectChange(object.key(), object.apiVersion(), kind, texts.before(), texts.after(), lines);
        }
    }

    /** A candidate: the new object's key, the part of lines that differ, the change it would make. */
    private record Rename(ObjectKey now, double changed, ObjectChange change) {}
}
