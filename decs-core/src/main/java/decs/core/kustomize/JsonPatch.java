package decs.core.kustomize;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * RFC 6902 operations on a tree, which they change. As loose as the library behind kustomize: a field may be replaced
 * that is not there, and negative numbers count list items from the end.
 *
 * <p>Mirrors: evanphx/json-patch v4
 */
final class JsonPatch {
    private static final Leaf NULL = Leaf.of((Object) null);

    private final Map<String, Object> root;

    private JsonPatch(Map<String, Object> root) {
        this.root = root;
    }

    static void apply(Map<String, Object> tree, List<Map<String, Object>> operations) {
        JsonPatch patch = new JsonPatch(tree);
        operations.forEach(patch::apply);
        tree.replaceAll((key, value) -> quoted(value));
    }

    /** What went through JSON: every text stands in quotes. */
    private static Object quoted(Object tree) {
        return Tree.of(Tree.plain(tree));
    }

    private void apply(Map<String, Object> operation) {
        String op = Tree.text(operation, "op").orElse("");
        String path = Tree.text(operation, "path").orElse("");
        Object value = operation.getOrDefault("value", NULL);
        String from = Tree.text(operation, "from").orElse("");
        switch (op) {
            case "add" -> add(path, Tree.copy(value), op);
            case "replace" -> replace(path, Tree.copy(value));
            case "remove" -> remove(path, op);
            case "copy" -> add(path, Tree.copy(get(from, op)), op);
            case "move" -> add(path, remove(from, op), op);
            case "test" -> {
                if (!Objects.equals(Tree.plain(get(path, op)), Tree.plain(value))) {
                    throw new KustomizationException("testing value " + path + " failed: test failed");
                }
            }
            default -> throw new KustomizationException("Unexpected kind: " + op);
        }
    }

    private void add(String path, Object value, String op) {
        Object parent = parent(path, op);
        String last = last(path);
        if (parent instanceof List) {
            List<Object> list = Tree.list(parent);
            list.add(last.equals("-") ? list.size() : index(last, list.size() + 1, path, op), value);
        } else {
            Tree.map(parent).put(last, value);
        }
    }

    private void replace(String path, Object value) {
        Object parent = parent(path, "replace");
        if (parent instanceof List) {
            List<Object> list = Tree.list(parent);
            list.set(index(last(path), list.size(), path, "replace"), value);
        } else {
            Tree.map(parent).put(last(path), value);
        }
    }

    private Object remove(String path, String op) {
        Object parent = parent(path, op);
        String last = last(path);
        if (parent instanceof List) {
            List<Object> list = Tree.list(parent);
            return list.remove(index(last, list.size(), path, op));
        }
        if (!Tree.map(parent).containsKey(last)) {
            throw new KustomizationException("error in " + op + " for path: '" + path
                    + "': Unable to remove nonexistent key: " + last + ": missing value");
        }
        return Tree.map(parent).remove(last);
    }

    /** The value at a path; null when the last key of it is not there. */
    private Object get(String path, String op) {
        Object parent = parent(path, op);
        if (parent instanceof List) {
            List<Object> list = Tree.list(parent);
            return list.get(index(last(path), list.size(), path, op));
        }
        return Tree.map(parent).getOrDefault(last(path), NULL);
    }

    /** The map or list that holds the last part of a path. */
    private Object parent(String path, String op) {
        List<String> parts = parts(path);
        if (parts.isEmpty()) {
            throw missing(path, op);
        }
        Object at = root;
        for (String part : parts.subList(0, parts.size() - 1)) {
            if (at instanceof List) {
                List<Object> list = Tree.list(at);
                at = list.get(index(part, list.size(), path, op));
            } else {
                at = Tree.map(at).get(part);
            }
        }
        if (!(at instanceof Map || at instanceof List)) {
            throw missing(path, op);
        }
        return at;
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/", -1))
                .skip(1)
                .map(part -> part.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static String last(String path) {
        List<String> parts = parts(path);
        return parts.get(parts.size() - 1);
    }

    private static int index(String part, int size, String path, String op) {
        if (!part.matches("[-+]?\\d{1,9}")) {
            throw new KustomizationException(
                    "error in " + op + " for path: '" + path + "': value was not a proper array index: '" + part + "'");
        }
        int index = Integer.parseInt(part);
        if (index >= size || index < -size) {
            throw new KustomizationException("error in " + op + " for path: '" + path
                    + "': Unable to access invalid index: " + part + ": invalid index referenced");
        }
        return index < 0 ? index + size : index;
    }

    private static KustomizationException missing(String path, String op) {
        return new KustomizationException(
                op + " operation does not apply: doc is missing path: \"" + path + "\": missing value");
    }
}
