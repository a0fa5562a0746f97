package decs.core.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A merging list and its patch. With one key the items that the patch names come first, in its order, then the others;
 * with several keys in use ({@code containerPort}, {@code protocol}) only new items come first.
 */
final class ItemMerge {
    private final MergePatch patch;
    private final List<String> allKeys;
    private final String path;

    ItemMerge(MergePatch patch, List<String> keys, String path) {
        this.patch = patch;
        this.allKeys = keys;
        this.path = path;
    }

    List<Object> merged(List<Object> items, List<Object> change) {
        if (allKeys.isEmpty()) {
            return scalars(items, change);
        }
        change.forEach(this::check);
        List<String> keys = keysInUse(items, change);
        return keys.size() == 1 ? byOneKey(items, change, keys.get(0)) : bySeveralKeys(items, change);
    }

    /** Scalars, each once, those of the patch first. */
    private static List<Object> scalars(List<Object> items, List<Object> change) {
        Set<String> seen = new LinkedHashSet<>();
        List<Object> result = new ArrayList<>();
        for (List<Object> list : List.of(change, items)) {
            for (Object item : list) {
                if (seen.add(String.valueOf(item))) {
                    result.add(item);
                }
            }
        }
        return result;
    }

    private void check(Object item) {
        if (!(item instanceof Map<?, ?> map) || allKeys.stream().noneMatch(map::containsKey)) {
            throw new KustomizationException("an item of the patch's list " + path + " has no " + allKeys.get(0)
                    + ", so there is no telling which item it is for");
        }
    }

    /** Keys that no item has do not count. */
    private List<String> keysInUse(List<Object> items, List<Object> change) {
        List<String> used = allKeys.stream()
                .filter(key -> items.stream().anyMatch(item -> Tree.map(item).containsKey(key))
                        || change.stream().anyMatch(item -> Tree.map(item).containsKey(key)))
                .toList();
        return used.isEmpty() ? List.of(allKeys.get(0)) : used;
    }

    private List<Object> byOneKey(List<Object> items, List<Object> change, String key) {
        Map<String, Object> result = new LinkedHashMap<>();
        Set<String> deleted = new LinkedHashSet<>();
        for (Object entry : change) {
            Map<String, Object> wanted = new LinkedHashMap<>(Tree.map(entry));
            String name = String.valueOf(wanted.get(key));
            if (result.containsKey(name) || deleted.contains(name)) {
                continue;
            }
            Optional<Object> like = items.stream()
                    .filter(item -> name.equals(String.valueOf(Tree.map(item).get(key))))
                    .findFirst();
            Object made = item(like, wanted);
            if (made == null) {
                deleted.add(name);
            } else {
                result.put(name, made);
            }
        }
        for (Object item : items) {
            String name = String.valueOf(Tree.map(item).get(key));
            if (!deleted.contains(name)) {
                result.put(name, item);
            }
        }
        return new ArrayList<>(result.values());
    }

    /** The item that a patch makes of {@code like}; null when it deletes it. */
    private Object item(Optional<Object> like, Map<String, Object> wanted) {
        Optional<String> directive = MergePatch.directive(wanted);
        if (directive.equals(Optional.of("delete"))) {
            return null;
        }
        if (directive.equals(Optional.of("replace")) && like.isPresent()) {
            return like.get(); // kustomize drops the replacement
        }
        Map<String, Object> made = like.isPresent() ? Tree.map(like.get()) : new LinkedHashMap<>();
        patch.maps(made, wanted, path + "[]");
        return made;
    }

    @SuppressWarnings("ReferenceEquality")
    private List<Object> bySeveralKeys(List<Object> items, List<Object> change) {
        List<Object> old = new ArrayList<>(items);
        List<Object> added = new ArrayList<>();
        for (Object entry : change) {
            Optional<Object> like = same(old, entry, items, change);
            Object made = item(like, new LinkedHashMap<>(Tree.map(entry)));
            if (like.isPresent()) {
                boolean gone = made == null && isWhole(entry);
                old.removeIf(item -> gone && item == like.get());
            } else if (made != null && items.stream().noneMatch(item -> alike(item, made))) {
                add(added, made);
            }
        }
        List<Object> result = new ArrayList<>(added);
        for (Object item : old) {
            result.removeIf(other -> covers(item, other));
            result.add(item);
        }
        return result;
    }

    private void add(List<Object> added, Object made) {
        if (isWhole(made)) {
            added.removeIf(other -> alike(other, made));
            added.add(made);
        } else if (added.stream().noneMatch(other -> alike(other, made))) {
            added.add(made);
        }
    }

    /** The item with just the keys of {@code entry}; with a key missing, only when nothing else could be meant. */
    private Optional<Object> same(List<Object> old, Object entry, List<Object> items, List<Object> change) {
        boolean alone = tuples(items, change).stream()
                        .filter(tuple -> tuple.get(0).equals(tuple(entry).get(0)))
                        .count()
                == 1;
        return isWhole(entry) || alone
                ? old.stream().filter(item -> tuple(item).equals(tuple(entry))).findFirst()
                : Optional.empty();
    }

    private boolean isWhole(Object item) {
        return allKeys.stream().allMatch(Tree.map(item)::containsKey);
    }

    private Set<List<String>> tuples(List<Object> items, List<Object> change) {
        Set<List<String>> tuples = new LinkedHashSet<>();
        items.forEach(item -> tuples.add(tuple(item)));
        change.forEach(item -> tuples.add(tuple(item)));
        return tuples;
    }

    private List<String> tuple(Object item) {
        return allKeys.stream().map(key -> text(item, key)).toList();
    }

    /** Whether the keys that both have are equal. */
    private boolean alike(Object one, Object other) {
        return allKeys.stream()
                .filter(key -> Tree.map(one).containsKey(key) && Tree.map(other).containsKey(key))
                .allMatch(key -> text(one, key).equals(text(other, key)));
    }

    /** Whether {@code other} has the keys that {@code item} has. */
    private boolean covers(Object item, Object other) {
        return allKeys.stream().filter(Tree.map(item)::containsKey).allMatch(key -> text(item, key)
                .equals(text(other, key)));
    }

    private static String text(Object item, String key) {
        return Objects.toString(Tree.map(item).get(key), "");
    }
}
