package decs.helm.kube.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** JSON patches, RFC 6902: operations one after the other, all or none. */
public final class JsonPatch {
    private Object document;

    private JsonPatch(Object document) {
        this.document = document;
    }

    /** What the operations make of {@code target}. */
    public static Map<String, Object> apply(Map<String, Object> target, List<Map<String, Object>> operations) {
        JsonPatch patch = new JsonPatch(copy(target));
        operations.forEach(patch::run);
        if (patch.document instanceof Map<?, ?> map) {
            return Values.map(map);
        }
        throw new PatchException("the patch leaves no object");
    }

    private void run(Map<String, Object> operation) {
        String name = String.valueOf(operation.get("op"));
        String path = String.valueOf(operation.get("path"));
        switch (name) {
            case "add" -> add(path, copy(operation.get("value")));
            case "remove" -> remove(path);
            case "replace" -> {
                remove(path);
                add(path, copy(operation.get("value")));
            }
            case "test" -> test(path, operation.get("value"));
            case "move" -> add(path, remove(String.valueOf(operation.get("from"))));
            case "copy" -> add(path, copy(find(String.valueOf(operation.get("from")))));
            default -> throw new PatchException("Unexpected kind: " + name);
        }
    }

    private void test(String path, Object wanted) {
        if (!Objects.equals(find(path), wanted)) {
            throw new PatchException("testing value " + path + " failed: test failed");
        }
    }

    private void add(String path, Object value) {
        if (path.isEmpty()) {
            document = value;
            return;
        }
        Object parent = find(parent(path));
        String key = last(path);
        if (parent instanceof Map<?, ?> map) {
            Values.map(map).put(key, value);
        } else if (parent instanceof List<?> list) {
            Values.list(list).add(key.equals("-") ? list.size() : index(key, list.size(), path), value);
        } else {
            throw missing("add", path);
        }
    }

    private Object remove(String path) {
        Object parent = find(parent(path));
        String key = last(path);
        if (parent instanceof Map<?, ?> map && map.containsKey(key)) {
            return map.remove(key);
        }
        if (parent instanceof List<?> list) {
            return list.remove(index(key, list.size() - 1, path));
        }
        throw missing("remove", path);
    }

    private Object find(String path) {
        Object at = document;
        if (path.isEmpty()) {
            return at;
        }
        for (String step : path.substring(1).split("/", -1)) {
            String key = unescape(step);
            if (at instanceof Map<?, ?> map) {
                at = map.get(key);
            } else if (at instanceof List<?> list) {
                at = list.get(index(key, list.size() - 1, path));
            } else {
                return null;
            }
        }
        return at;
    }

    private static int index(String key, int last, String path) {
        if (key.isEmpty() || !key.chars().allMatch(c -> c >= '0' && c <= '9') || key.length() > 9) {
            throw missing("find", path);
        }
        int index = Integer.parseInt(key);
        if (index > last) {
            throw missing("find", path);
        }
        return index;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            throw missing("find", path);
        }
        return path.substring(0, slash);
    }

    private static String last(String path) {
        return unescape(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String unescape(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    private static PatchException missing(String operation, String path) {
        return new PatchException(operation + " operation does not apply: doc is missing path: \"" + path + "\"");
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            Values.map(map).forEach((key, inner) -> copy.put(key, copy(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return value;
    }
}
