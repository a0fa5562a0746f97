package decs.core.kustomize;

import decs.template.yaml.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The hash behind the name of a generated object, as kustomize and kubectl make it: ten letters without vowels. */
final class ContentHash {
    private static final int LENGTH = 10;

    private ContentHash() {}

    static String of(Resource resource) {
        Map<String, Object> content = new TreeMap<>();
        content.put("kind", resource.kind());
        content.put("name", "");
        Map<String, Object> tree = resource.tree();
        content.put("data", tree.containsKey("data") ? plain(tree, "data") : "");
        if (resource.kind().equals("Secret")) {
            content.put("type", Tree.text(tree, "type").orElse(""));
            if (tree.containsKey("stringData")) {
                content.put("stringData", plain(tree, "stringData"));
            }
        } else if (tree.containsKey("binaryData")) {
            content.put("binaryData", plain(tree, "binaryData"));
        }
        return encoded(HexFormat.of().formatHex(sha256(Json.write(content))));
    }

    private static Map<String, Object> plain(Map<String, Object> tree, String key) {
        Map<String, Object> plain = new TreeMap<>();
        Tree.map(tree.get(key)).forEach((name, value) -> plain.put(name, Tree.plain(value)));
        return plain;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String hex) {
        return hex.substring(0, LENGTH)
                .replace('0', 'g')
                .replace('1', 'h')
                .replace('3', 'k')
                .replace('a', 'm')
                .replace('e', 't');
    }
}
