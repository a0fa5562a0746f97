package decs.core.diff;

import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import decs.template.yaml.YamlException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The two texts of an object as they may be shown. Anything but a Secret stays as it is. A Secret is written anew from
 * its known fields, with {@code stringData} folded into {@code data} and every value replaced by its length and
 * whether it changed; one that cannot be read is never shown.
 */
record SecretText(String before, String after) {
    private static final Set<String> FIELDS = Set.of("apiVersion", "immutable", "kind", "metadata", "type");
    private static final Set<String> METADATA = Set.of(
            "annotations",
            "creationTimestamp",
            "deletionGracePeriodSeconds",
            "deletionTimestamp",
            "finalizers",
            "generateName",
            "generation",
            "labels",
            "managedFields",
            "name",
            "namespace",
            "ownerReferences",
            "resourceVersion",
            "selfLink",
            "uid");

    static SecretText of(Optional<ManifestObject> before, Optional<ManifestObject> after, SecretDisplay display) {
        boolean plain = display == SecretDisplay.SHOWN
                || before.filter(object -> !isSecret(object)).isPresent()
                || after.filter(object -> !isSecret(object)).isPresent();
        if (plain) {
            return new SecretText(text(before), text(after));
        }
        Secret old = Secret.read(text(before), "old");
        Secret now = Secret.read(text(after), "new");
        return display == SecretDisplay.DECODED
                ? new SecretText(old.decoded(), now.decoded())
                : new SecretText(old.masked(now, "--------"), now.masked(old, "++++++++"));
    }

    private static boolean isSecret(ManifestObject object) {
        return object.key().kind().equals("Secret") && object.apiVersion().equals("v1");
    }

    private static String text(Optional<ManifestObject> object) {
        return object.map(ManifestObject::text).orElse("");
    }

    /** A Secret as read; with a {@code failure} instead of anything else when it cannot be. */
    private record Secret(String comment, Map<String, Object> head, Map<String, byte[]> data, String failure) {
        private static final Secret NONE = new Secret("", Map.of(), Map.of(), "");

        static Secret read(String text, String side) {
            if (text.isEmpty()) {
                return NONE;
            }
            String comment = text.startsWith("#") ? text.substring(0, text.indexOf('\n') + 1) : "";
            try {
                Map<?, ?> tree = Yaml.read(Source.of("secret", text)) instanceof Map<?, ?> map ? map : Map.of();
                return new Secret(comment, head(tree), data(tree), "");
            } catch (YamlException | IllegalArgumentException unreadable) {
                return new Secret(
                        "", Map.of(), Map.of(), "Error parsing " + side + " secret: " + unreadable.getMessage());
            }
        }

        String masked(Secret other, String changed) {
            Map<String, Object> values = new TreeMap<>();
            data.forEach((key, value) -> {
                byte[] there = other.data.get(key);
                boolean equal = other.failure.isEmpty() && there != null && Arrays.equals(value, there);
                values.put(key, (equal ? "REDACTED" : changed) + " # (" + value.length + " bytes)");
            });
            // written where stringData would stand, between metadata and type
            return write(values).replaceFirst("stringData", "data");
        }

        String decoded() {
            Map<String, Object> values = new TreeMap<>();
            data.forEach((key, value) -> values.put(key, new String(value, StandardCharsets.UTF_8)));
            return write(values);
        }

        private String write(Map<String, Object> values) {
            if (head.isEmpty()) {
                return failure;
            }
            ValueMap tree = new ValueMap(head);
            if (!values.isEmpty()) {
                tree.put("stringData", values);
            }
            return comment + Yaml.write(tree).replaceFirst("  creationTimestamp: null\n", "");
        }

        private static Map<String, Object> head(Map<?, ?> tree) {
            ValueMap head = new ValueMap();
            known(tree, FIELDS, head);
            ValueMap metadata = new ValueMap();
            if (tree.get("metadata") instanceof Map<?, ?> written) {
                known(written, METADATA, metadata);
            }
            head.put("metadata", metadata);
            return head;
        }

        private static void known(Map<?, ?> tree, Set<String> fields, ValueMap into) {
            tree.forEach((key, value) -> {
                boolean empty = value == null || value.equals("") || (value instanceof Map<?, ?> map && map.isEmpty());
                if (fields.contains(key) && !empty) {
                    into.put((String) key, value);
                }
            });
        }

        private static Map<String, byte[]> data(Map<?, ?> tree) {
            Map<String, byte[]> data = new TreeMap<>();
            each(tree.get("data"), (key, value) -> data.put(key, decode(value)));
            each(tree.get("stringData"), (key, value) -> data.put(key, value.getBytes(StandardCharsets.UTF_8)));
            return data;
        }

        private static void each(Object map, BiConsumer<String, String> action) {
            if (map instanceof Map<?, ?> values) {
                values.forEach((key, value) -> action.accept((String) key, text(key, value)));
            }
        }

        private static String text(Object key, Object value) {
            if (value == null) {
                return "";
            }
            if (value instanceof String text) {
                return text;
            }
            throw new IllegalArgumentException(unmarshal("the value of " + key + " is no string"));
        }

        private static byte[] decode(String value) {
            String compact = value.replace("\n", "").replace("\r", "");
            for (int i = 0; i < compact.length(); i++) {
                boolean padding = compact.charAt(i) == '=' && i >= compact.length() - 2;
                if (!padding && !isBase64(compact.charAt(i))) {
                    throw illegal(i);
                }
            }
            if (compact.length() % 4 != 0) {
                throw illegal(compact.length() / 4 * 4);
            }
            return Base64.getDecoder().decode(compact);
        }

        private static boolean isBase64(char c) {
            return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
        }

        private static IllegalArgumentException illegal(int at) {
            return new IllegalArgumentException(unmarshal("illegal base64 data at input byte " + at));
        }

        private static String unmarshal(String cause) {
            return "error unmarshaling JSON: while decoding JSON: " + cause;
        }
    }
}
