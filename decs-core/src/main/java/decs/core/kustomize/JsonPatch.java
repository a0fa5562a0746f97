package decs.core.kustomize;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** RFC 6902 operations on a tree, which they change. */
final class JsonPatch {
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
        List<String> path = pointer(Tree.text(operation, "path").orElse(""));
        switch (op) {
            case "add" -> add(path, Tree.copy(value(operation)));
            case "replace" -> {
                get(path);
                set(path, Tree.copy(value(operation)));
            }
            case "remove" -> remove(path);
            case "copy" -> add(path, Tree.copy(get(from(operation))));
            case "move" -> {
                Object value = get(from(operation));
                remove(from(operation));
                add(path, value);
            }
            case "test" -> {
                if (!Objects.equals(Tree.plain(get(path)), Tree.plain(operation.get("value")))) {
                    throw new KustomizationException("testing value " + written(path) + " failed");
                }
            }
            default -> throw new KustomizationException("Unexpected kind: " + op);
        }
    }

    private static Object value(Map<String, Object> operation) {
        return operation.getOrDefault("value", Leaf.of((Object) null));
    }

    private static List<String> from(Map<String, Object> operation) {
        return pointer(Tree.text(operation, "from").orElse(""));
    }

    private static List<String> pointer(String text) {
        return Arrays.stream(text.split("/", -1))
                .skip(1)
                .map(part -> part.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private Object parent(List<String> path) {
        return path.isEmpty() ? root : get(path.subList(0, path.size() - 1));
    }

    private Object get(List<String> path) {
        Object at = root;
        for (String part : path) {
            if (at instanceof Map<?, ?> map && map.containsKey(part)) {
                at = map.get(part);
            } else if (at instanceof List<?> list && index(part, list.size()) < list.size()) {
                at = list.get(index(part, list.size()));
            } else {
                throw missing(path);
            }
        }
        return at;
    }

    private void add(List<String> path, Object value) {
        Object parent = parent(path);
        String last = path.get(path.size() - 1);
        if (parent instanceof List<?> list) {
            int index = last.equals("-") ? list.size() : index(last, list.size());
            if (index > list.size()) {
                throw missing(path);
            }
            Tree.list(list).add(index, value);
        } else {
            entries(parent, path).put(last, value);
        }
    }

    private void set(List<String> path, Object value) {
        Object parent = parent(path);
        String last = path.get(path.size() - 1);
        if (parent instanceof List<?> list) {
            Tree.list(list).set(index(last, list.size()), value);
        } else {
            entries(parent, path).put(last, value);
        }
    }

    private void remove(List<String> path) {
        get(path);
        Object parent = parent(path);
        String last = path.get(path.size() - 1);
        if (parent instanceof List<?> list) {
            Tree.list(list).remove(index(last, list.size()));
        } else {
            entries(parent, path).remove(last);
        }
    }

    private static int index(String part, int size) {
        if (part.isEmpty() || part.length() > 9 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return size;
        }
        return Integer.parseInt(part);
    }

    private static Map<String, Object> entries(Object parent, List<String> path) {
        if (parent instanceof Map) {
            return Tree.map(parent);
        }
        throw missing(path);
    }

    private static KustomizationException missing(List<String> path) {
        return new KustomizationException("doc is missing path: " + written(path) + ": missing value");
    }

    private static String written(List<String> path) {
        return "\"/" + String.join("/", path) + "\"";
    }
}
