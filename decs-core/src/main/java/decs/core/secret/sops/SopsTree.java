package decs.core.secret.sops;

import decs.template.gofmt.GoFloat;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTime;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Walks a document, opens its tokens and computes the authentication code over its values in order. Confined to one
 * decryption.
 */
final class SopsTree {
    /** What is hashed first when the code covers encrypted values only. */
    private static final String ONLY_ENCRYPTED = "8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69";

    private final byte[] key;
    private final SopsMetadata metadata;
    private final MessageDigest digest;
    private final Map<String, Object> opened = new HashMap<>();
    private final List<String> containers = new ArrayList<>(List.of(":"));

    SopsTree(byte[] key, SopsMetadata metadata) {
        this.key = key;
        this.metadata = metadata;
        try {
            digest = MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
        if (metadata.macOnlyEncrypted()) {
            digest.update(HexFormat.of().parseHex(ONLY_ENCRYPTED));
        }
    }

    /** The document with its tokens opened. */
    ValueMap open(Map<?, ?> document) {
        return map(document, List.of());
    }

    /** The plain value of a token, as it stood in the document, when it was one of its values. */
    Map<String, Object> opened() {
        return opened;
    }

    /** A comment's text: its path is that of the mapping or list that it stands in, which only the tokens tell. */
    String comment(SopsToken token) {
        for (String path : containers) {
            var plain = token.open(key, path);
            if (plain.isPresent()) {
                return GoString.of(plain.get());
            }
        }
        return "";
    }

    /** Throws when the values are not those that were encrypted. */
    void check() {
        String computed = HexFormat.of().withUpperCase().formatHex(digest.digest());
        String written = SopsToken.parse(metadata.mac())
                .flatMap(token -> token.open(key, metadata.lastModified()))
                .map(GoString::of)
                .orElseThrow(() -> new DecsException(
                        "sops: the authentication code cannot be decrypted: it or the time of the last change"
                                + " was altered"));
        if (!computed.equals(written)) {
            throw new DecsException("MAC mismatch. File has " + written + ", computed " + computed);
        }
    }

    private ValueMap map(Map<?, ?> map, List<String> path) {
        ValueMap plain = new ValueMap(map.size());
        map.forEach((key, value) -> {
            List<String> below = new ArrayList<>(path);
            below.add(String.valueOf(key));
            plain.put(String.valueOf(key), value(value, below));
        });
        return plain;
    }

    private Object value(Object value, List<String> path) {
        if (value instanceof Map<?, ?> map) {
            containers.add(joined(path));
            return map(map, path);
        }
        if (value instanceof List<?> list) {
            containers.add(joined(path));
            List<Object> plain = new ArrayList<>(list.size());
            for (Object item : list) {
                Object opened = value(item, path);
                boolean comment = item instanceof String text && text.endsWith("type:comment]");
                if (!comment) {
                    plain.add(opened);
                }
            }
            return plain;
        }
        return leaf(value, path);
    }

    private Object leaf(Object value, List<String> path) {
        boolean encrypted = metadata.rule().encrypts(path);
        if (encrypted && value instanceof String text && !text.isEmpty()) {
            return token(text, path);
        }
        if (value != null && (encrypted || !metadata.macOnlyEncrypted())) {
            digest.update(GoString.bytes(hashed(value)));
        }
        return value;
    }

    private Object token(String text, List<String> path) {
        SopsToken token = SopsToken.parse(text)
                .orElseThrow(() -> new DecsException(
                        "sops: the value of " + String.join(".", path) + " is not encrypted: it was changed by hand"));
        byte[] plain = token.open(key, joined(path))
                .orElseThrow(() -> new DecsException("sops: the value of " + String.join(".", path)
                        + " cannot be decrypted: it was changed or moved"));
        if (!token.type().equals("comment")) {
            digest.update(plain);
        }
        Object value = token.value(plain);
        opened.put(text, value);
        return value;
    }

    private static String joined(List<String> path) {
        return String.join(":", path) + ":";
    }

    private static String hashed(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof GoTime time) {
            return time.format("2006-01-02T15:04:05.999999999Z07:00");
        }
        return value instanceof Double number ? GoFloat.format(number, 'f', -1) : GoFormat.print(value);
    }
}
