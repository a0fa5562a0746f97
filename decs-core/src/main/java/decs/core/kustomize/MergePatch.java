package decs.core.kustomize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A partial object merged into an object. Maps merge by key, null removes, lists that the kind calls merging merge by
 * their items' keys, other lists are replaced; {@code $patch: delete|replace} say otherwise.
 *
 * <p>Not the API server's strategic merge: new items come first, and items named by the patch move to its order.
 *
 * <p>Mirrors: kyaml merge2 with prepended list items
 */
final class MergePatch {
    static final String DIRECTIVE = "$patch";

    private final Map<String, List<String>> merging;

    /** @param merging see {@link Kinds#mergingLists} */
    MergePatch(Map<String, List<String>> merging) {
        this.merging = merging;
    }

    /** Changes {@code tree}. A directive at the very top is not for this. */
    void apply(Map<String, Object> tree, Map<String, Object> patch) {
        Map<String, Object> plain = new LinkedHashMap<>(patch);
        boolean replace = directive(plain).equals(Optional.of("replace"));
        if (!replace) {
            maps(tree, plain, "");
        }
    }

    /** Removes the directive of a map and gives it. */
    static Optional<String> directive(Map<String, Object> patch) {
        return Tree.text(patch, DIRECTIVE).map(directive -> {
            patch.remove(DIRECTIVE);
            return directive;
        });
    }

    void maps(Map<String, Object> tree, Map<String, Object> patch, String path) {
        patch.forEach((key, change) -> field(tree, key, change, path + "/" + key));
    }

    private void field(Map<String, Object> tree, String key, Object change, String path) {
        Object before = Tree.isNull(tree.get(key)) ? null : tree.get(key);
        if (Tree.isNull(change)) {
            tree.remove(key);
        } else if (change instanceof Map) {
            map(tree, key, new LinkedHashMap<>(Tree.map(change)), path);
        } else if (change instanceof List<?>) {
            list(tree, key, new ArrayList<>(Tree.list(change)), path);
        } else {
            check(before, Leaf.class, change, path);
            tree.put(key, ((Leaf) change).over(before));
        }
    }

    private void map(Map<String, Object> tree, String key, Map<String, Object> change, String path) {
        Optional<String> directive = directive(change);
        if (directive.equals(Optional.of("delete"))) {
            tree.remove(key);
        } else if (directive.equals(Optional.of("replace"))) {
            tree.put(key, Tree.copy(change));
        } else {
            Object before = Tree.isNull(tree.get(key)) ? null : tree.get(key);
            check(before, Map.class, change, path);
            maps(Tree.child(tree, key), change, path);
        }
    }

    private void list(Map<String, Object> tree, String key, List<Object> change, String path) {
        Object before = Tree.isNull(tree.get(key)) ? null : tree.get(key);
        check(before, List.class, change, path);
        List<String> keys = merging.get(path);
        if (keys == null) {
            tree.put(key, Tree.copy(change));
            return;
        }
        Optional<String> directive = listDirective(change);
        if (directive.equals(Optional.of("delete"))) {
            tree.remove(key);
        } else if (directive.equals(Optional.of("replace"))) {
            tree.put(key, Tree.copy(change));
        } else {
            List<Object> items = before == null ? fresh(change, path) : Tree.list(before);
            tree.put(key, new ItemMerge(this, keys, path).merged(items, change));
        }
    }

    /** The items of a list that stands where there was none. */
    private List<Object> fresh(List<Object> change, String path) {
        List<Object> items = new ArrayList<>();
        for (Object item : change) {
            if (item instanceof Map) {
                Map<String, Object> patch = new LinkedHashMap<>(Tree.map(item));
                if (!directive(patch).equals(Optional.of("delete"))) {
                    Map<String, Object> made = new LinkedHashMap<>();
                    maps(made, patch, path + "[]");
                    items.add(made);
                }
            } else {
                items.add(item);
            }
        }
        return items;
    }

    /** Removes the items that are nothing but a directive, and gives the directive. */
    private static Optional<String> listDirective(List<Object> change) {
        Optional<String> found = change.stream()
                .filter(MergePatch::isDirective)
                .map(item -> String.valueOf(Tree.map(item).get(DIRECTIVE)))
                .findFirst();
        change.removeIf(MergePatch::isDirective);
        return found;
    }

    private static boolean isDirective(Object item) {
        return item instanceof Map<?, ?> map && map.size() == 1 && map.containsKey(DIRECTIVE);
    }

    private static void check(Object before, Class<?> wanted, Object change, String path) {
        if (before != null && !wanted.isInstance(before)) {
            throw new KustomizationException("wrong node kind: expected " + kind(before) + " but got " + kind(change)
                    + ": the patch gives " + path + " another shape than the object has");
        }
    }

    private static String kind(Object tree) {
        return tree instanceof Map ? "MappingNode" : tree instanceof List ? "SequenceNode" : "ScalarNode";
    }
}
