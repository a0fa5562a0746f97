package decs.core.kustomize;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code configMapGenerator} and {@code secretGenerator}: objects made of literals, files and env files. */
record Generators(Path folder, Map<String, Object> commonOptions) {

    Generated configMap(Map<String, Object> spec) {
        Map<String, Object> tree = head("ConfigMap", spec);
        Map<String, Object> data = new TreeMap<>();
        Map<String, Object> binary = new TreeMap<>();
        content(spec).forEach((key, bytes) -> {
            String text = utf8(bytes);
            if (text == null) {
                binary.put(key, Leaf.text(base64(bytes)));
            } else {
                data.put(key, Leaf.text(text));
            }
        });
        if (!data.isEmpty()) {
            tree.put("data", data);
        }
        if (!binary.isEmpty()) {
            tree.put("binaryData", binary);
        }
        return resource(tree, spec);
    }

    Generated secret(Map<String, Object> spec) {
        Map<String, Object> tree = head("Secret", spec);
        Map<String, Object> data = new TreeMap<>();
        content(spec).forEach((key, bytes) -> data.put(key, Leaf.text(base64(bytes))));
        tree.put("data", data);
        tree.put("type", Leaf.text(Tree.text(spec, "type").orElse("Opaque")));
        return resource(tree, spec);
    }

    private static Map<String, Object> head(String kind, Map<String, Object> spec) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", Leaf.text("v1"));
        tree.put("kind", Leaf.text(kind));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", Leaf.text(Tree.text(spec, "name").orElse("")));
        Tree.text(spec, "namespace").ifPresent(namespace -> metadata.put("namespace", Leaf.text(namespace)));
        tree.put("metadata", metadata);
        return tree;
    }

    private Generated resource(Map<String, Object> tree, Map<String, Object> spec) {
        Map<String, Object> own = Tree.map(spec.get("options"));
        Map<String, Object> metadata = Tree.child(tree, "metadata");
        for (String kind : List.of("labels", "annotations")) {
            Map<String, Object> merged = new TreeMap<>(Tree.map(commonOptions.get(kind)));
            merged.putAll(Tree.map(own.get(kind)));
            merged.replaceAll((key, value) -> Leaf.text(String.valueOf(value)));
            if (!merged.isEmpty()) {
                metadata.put(kind, merged);
            }
        }
        if (Tree.flag(own, "immutable") || Tree.flag(commonOptions, "immutable")) {
            tree.put("immutable", Leaf.of(true));
        }
        boolean plainName =
                Tree.flag(own, "disableNameSuffixHash") || Tree.flag(commonOptions, "disableNameSuffixHash");
        return new Generated(new Resource(tree, !plainName, behavior(spec)));
    }

    private static Resource.Behavior behavior(Map<String, Object> spec) {
        String word = Tree.text(spec, "behavior").orElse("create");
        return switch (word) {
            case "create", "unspecified", "" -> Resource.Behavior.CREATE;
            case "merge" -> Resource.Behavior.MERGE;
            case "replace" -> Resource.Behavior.REPLACE;
            default -> throw new KustomizationException("unknown generator behavior: " + word.toLowerCase(Locale.ROOT));
        };
    }

    private Map<String, byte[]> content(Map<String, Object> spec) {
        Map<String, byte[]> content = new TreeMap<>();
        for (String file : Tree.texts(spec.get("envs"))) {
            envFile(file, content);
        }
        Tree.text(spec, "env").ifPresent(file -> envFile(file, content));
        for (String file : Tree.texts(spec.get("files"))) {
            int equals = file.indexOf('=');
            String path = file.substring(equals + 1);
            String key = equals < 0 ? String.valueOf(Path.of(path).getFileName()) : file.substring(0, equals);
            put(content, key, bytes(path));
        }
        for (String literal : Tree.texts(spec.get("literals"))) {
            int equals = literal.indexOf('=');
            if (equals < 0) {
                throw new KustomizationException("invalid literal source " + literal + ", expected key=value");
            }
            put(content, literal.substring(0, equals), utf8(unquoted(literal.substring(equals + 1))));
        }
        return content;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private void envFile(String path, Map<String, byte[]> content) {
        for (String line : new String(bytes(path), StandardCharsets.UTF_8).split("\r?\n")) {
            String trimmed = line.stripLeading();
            if (trimmed.isEmpty() || trimmed.startsWith("#")) {
                continue;
            }
            int equals = trimmed.indexOf('=');
            if (equals >= 0) {
                put(content, trimmed.substring(0, equals), utf8(trimmed.substring(equals + 1)));
            } else {
                put(content, trimmed, utf8(""));
            }
        }
    }

    private static void put(Map<String, byte[]> content, String key, byte[] value) {
        if (content.put(key, value) != null) {
            throw new KustomizationException("cannot add key " + key + ", another key by that name already exists");
        }
    }

    private byte[] bytes(String path) {
        try {
            return Files.readAllBytes(folder.resolve(path));
        } catch (IOException e) {
            throw new KustomizationException("cannot read " + folder.resolve(path) + ": " + e.getMessage());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
