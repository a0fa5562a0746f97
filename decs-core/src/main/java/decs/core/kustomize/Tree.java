package decs.core.kustomize;

import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trees of maps, lists and {@link Leaf}s: reading, writing, and reaching into them. */
final class Tree {
    private Tree() {}

    /** Every document of {@code source}; empty ones are left out. */
    static List<Object> readAll(Source source) {
        List<Object> documents = new ArrayList<>();
        for (YamlNode node : YamlNode.readAll(source)) {
            if (node != null && !(node instanceof YamlNode.Scalar scalar && scalar.isNull())) {
                documents.add(of(node));
            }
        }
        return documents;
    }

    /** The first document of {@code source}; an empty map for none. */
    static Object read(Source source) {
        return readAll(source).stream().findFirst().orElseGet(LinkedHashMap::new);
    }

    private static Object of(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key(), of(entry.value())));
            return map;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            List<Object> list = new ArrayList<>();
            sequence.items().forEach(item -> list.add(of(item)));
            return list;
        }
        return Leaf.of((YamlNode.Scalar) node);
    }

    /** The tree for a plain value. */
    static Object of(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> tree = new LinkedHashMap<>();
            map.forEach((key, item) -> tree.put(String.valueOf(key), of(item)));
            return tree;
        }
        if (value instanceof List<?> list) {
            List<Object> tree = new ArrayList<>();
            list.forEach(item -> tree.add(of(item)));
            return tree;
        }
        return value instanceof Leaf ? value : Leaf.of(value);
    }

    /** The plain value of a tree. */
    static Object plain(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            ValueMap plain = new ValueMap();
            map.forEach((key, item) -> plain.put((String) key, plain(item)));
            return plain;
        }
        if (tree instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(item -> plain.add(plain(item)));
            return plain;
        }
        return tree instanceof Leaf leaf ? leaf.value() : tree;
    }

    /** A copy of maps and lists all the way down. */
    static Object copy(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put((String) key, copy(item)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return tree;
    }

    static boolean isNull(Object tree) {
        return tree == null || (tree instanceof Leaf leaf && leaf.isNull());
    }

    @SuppressWarnings("unchecked") // trees hold maps with text keys only
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked") // lists in trees are lists of trees that may be changed
    static List<Object> list(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of();
    }

    /** The maps of a list; a single map counts as one. */
    static List<Map<String, Object>> maps(Object value) {
        if (value instanceof Map) {
            return List.of(map(value));
        }
        List<Map<String, Object>> maps = new ArrayList<>();
        list(value).forEach(item -> maps.add(map(item)));
        return maps;
    }

    static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        list(value).forEach(item -> texts.add(String.valueOf(item)));
        return texts;
    }

    /** The text below {@code key}; empty when there is none, null, or something that is no scalar. */
    static Optional<String> text(Map<String, Object> map, String key) {
        return map.get(key) instanceof Leaf leaf && !leaf.isNull() ? Optional.of(leaf.text()) : Optional.empty();
    }

    static boolean flag(Map<String, Object> map, String key) {
        return map.get(key) instanceof Leaf leaf && Boolean.TRUE.equals(leaf.value());
    }

    /** Makes all values of the map below {@code key} text. */
    static void textual(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Map) {
            map(map.get(key)).replaceAll((name, value) -> value instanceof Leaf leaf ? Leaf.text(leaf.text()) : value);
        }
    }

    /** The map below {@code key}, made when there is none. */
    static Map<String, Object> child(Map<String, Object> map, String key) {
        if (!(map.get(key) instanceof Map)) {
            map.put(key, new LinkedHashMap<String, Object>());
        }
        return map(map.get(key));
    }
}
