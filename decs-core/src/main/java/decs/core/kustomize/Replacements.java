package decs.core.kustomize;

import decs.template.source.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** {@code replacements}: a value of one resource put into others. */
record Replacements(List<Resource> resources, Path folder) {

    void all(List<Map<String, Object>> entries) {
        for (Map<String, Object> entry : entries) {
            if (entry.containsKey("path")) {
                String file = Tree.text(entry, "path").orElse("");
                Object read = Tree.read(Source.of(file, KustomizationFile.text(folder.resolve(file))));
                Tree.maps(read).forEach(this::one);
            } else {
                one(entry);
            }
        }
    }

    private void one(Map<String, Object> entry) {
        Map<String, Object> source = Tree.map(entry.get("source"));
        List<Resource> from = Target.read(source).among(resources);
        if (from.size() != 1) {
            throw new KustomizationException(
                    (from.isEmpty() ? "nothing selected by " : "multiple matches for selector ") + source);
        }
        Object value = part(
                value(from.get(0), Tree.text(source, "fieldPath").orElse("metadata.name")),
                Tree.map(source.get("options")));
        for (Map<String, Object> target : Tree.maps(entry.get("targets"))) {
            List<Resource> chosen =
                    new ArrayList<>(Target.read(Tree.map(target.get("select"))).among(resources));
            Tree.maps(target.get("reject"))
                    .forEach(reject -> chosen.removeAll(Target.read(reject).among(resources)));
            for (Resource resource : chosen) {
                for (String path : Tree.texts(target.get("fieldPaths"))) {
                    if (!put(resource.tree(), keys(path), value, Tree.map(target.get("options")))) {
                        throw new KustomizationException(
                                "unable to find field \"" + path + "\" in replacement target " + resource);
                    }
                }
            }
        }
    }

    private static Object value(Resource resource, String path) {
        Object at = resource.tree();
        for (String key : keys(path)) {
            at = at instanceof List<?> list
                    ? items(list, key).stream().findFirst().orElse(null)
                    : Tree.map(at).get(key);
        }
        if (at == null) {
            throw new KustomizationException("fieldPath `" + path + "` is missing for replacement source " + resource);
        }
        return at;
    }

    private static Object part(Object value, Map<String, Object> options) {
        String delimiter = Tree.text(options, "delimiter").orElse("");
        if (delimiter.isEmpty()) {
            return value;
        }
        int index = index(options);
        String[] parts = value.toString().split(Pattern.quote(delimiter), -1);
        if (index < 0 || index >= parts.length) {
            throw new KustomizationException("options.index " + index + " is out of bounds for value " + value);
        }
        return Leaf.text(parts[index]);
    }

    private static int index(Map<String, Object> options) {
        return Tree.text(options, "index").map(Integer::valueOf).orElse(0);
    }

    /** Puts {@code value} wherever the keys lead; false when they lead nowhere. */
    private static boolean put(Object at, List<String> keys, Object value, Map<String, Object> options) {
        String key = keys.get(0);
        boolean last = keys.size() == 1;
        if (at instanceof List<?> list) {
            boolean found = false;
            for (Object item : items(list, key)) {
                if (last) {
                    List<Object> all = Tree.list(list);
                    all.set(all.indexOf(item), changed(item, value, options));
                    found = true;
                } else {
                    found |= put(item, keys.subList(1, keys.size()), value, options);
                }
            }
            return found;
        }
        if (!(at instanceof Map)) {
            return false;
        }
        Map<String, Object> map = Tree.map(at);
        boolean create = Tree.flag(options, "create");
        if (!map.containsKey(key) && !create) {
            return false;
        }
        if (last) {
            map.put(key, changed(map.get(key), value, options));
            return true;
        }
        Object next = map.containsKey(key) ? map.get(key) : Tree.child(map, key);
        return put(next, keys.subList(1, keys.size()), value, options);
    }

    private static Object changed(Object old, Object value, Map<String, Object> options) {
        String delimiter = Tree.text(options, "delimiter").orElse("");
        if (delimiter.isEmpty()) {
            return Tree.copy(value);
        }
        List<String> parts =
                new ArrayList<>(Arrays.asList(Objects.toString(old, "").split(Pattern.quote(delimiter), -1)));
        int index = index(options);
        if (index < 0) {
            parts.add(0, value.toString());
        } else if (index >= parts.size()) {
            parts.add(value.toString());
        } else {
            parts.set(index, value.toString());
        }
        return Leaf.text(String.join(delimiter, parts));
    }

    /** The items of a list that {@code key} chooses: {@code *}, an index, or {@code [name=web]}. */
    private static List<Object> items(List<?> list, String key) {
        if (key.equals("*")) {
            return new ArrayList<>(list);
        }
        if (key.startsWith("[") && key.contains("=")) {
            String name = key.substring(1, key.indexOf('='));
            String wanted = key.substring(key.indexOf('=') + 1, key.length() - 1);
            return new ArrayList<>(list.stream()
                    .filter(item ->
                            wanted.equals(Objects.toString(Tree.map(item).get(name), null)))
                    .toList());
        }
        boolean index = !key.isEmpty() && key.length() < 9 && key.chars().allMatch(c -> c >= '0' && c <= '9');
        return index && Integer.parseInt(key) < list.size()
                ? new ArrayList<>(Arrays.asList(list.get(Integer.parseInt(key))))
                : List.of();
    }

    /** A path split at dots, but not within brackets or behind a backslash. */
    private static List<String> keys(String path) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '\\' && i + 1 < path.length() && path.charAt(i + 1) == '.') {
                key.append(path.charAt(++i));
            } else if (c == '.' && depth == 0) {
                keys.add(key.toString());
                key.setLength(0);
            } else {
                key.append(c);
            }
        }
        keys.add(key.toString());
        return keys;
    }
}
