package decs.core.secret.sops;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a file says of its own encryption (its {@code sops} section).
 *
 * @param groups the holders' keys: one of each group is needed, or of as many groups as {@code threshold} says
 * @param macOnlyEncrypted whether the authentication code covers encrypted values only
 */
record SopsMetadata(
        String lastModified,
        String mac,
        boolean macOnlyEncrypted,
        int threshold,
        List<List<KeyStanza>> groups,
        EncryptionRule rule) {
    private static final List<String> KINDS = List.of("age", "pgp", "hc_vault", "kms", "gcp_kms", "azure_kv");

    SopsMetadata {
        groups = List.copyOf(groups);
    }

    /** Which values are encrypted, by the keys above them. */
    record EncryptionRule(
            String plainSuffix, String encryptedSuffix, List<Pattern> plainKeys, List<Pattern> encryptedKeys) {
        /** Whether the value below these keys is one that SOPS encrypts. */
        boolean encrypts(List<String> path) {
            boolean encrypted = plainSuffix.isEmpty() || path.stream().noneMatch(key -> key.endsWith(plainSuffix));
            if (!encryptedSuffix.isEmpty()) {
                encrypted = path.stream().anyMatch(key -> key.endsWith(encryptedSuffix));
            }
            if (any(plainKeys, path)) {
                encrypted = false;
            }
            return encryptedKeys.isEmpty() ? encrypted : any(encryptedKeys, path);
        }

        private static boolean any(List<Pattern> patterns, List<String> path) {
            return patterns.stream().anyMatch(pattern -> path.stream()
                    .anyMatch(key -> pattern.matcher(key).find()));
        }
    }

    static SopsMetadata of(Map<?, ?> section) {
        List<List<KeyStanza>> groups = new ArrayList<>();
        if (section.get("key_groups") instanceof List<?> list && !list.isEmpty()) {
            list.forEach(group -> groups.add(stanzas((Map<?, ?>) group)));
        } else {
            groups.add(stanzas(section));
        }
        String plainSuffix = text(section, "unencrypted_suffix");
        String encryptedSuffix = text(section, "encrypted_suffix");
        List<Pattern> plain = patterns(section, "unencrypted_regex");
        List<Pattern> encrypted = patterns(section, "encrypted_regex");
        String threshold = text(section, "shamir_threshold");
        return new SopsMetadata(
                text(section, "lastmodified"),
                text(section, "mac"),
                text(section, "mac_only_encrypted").equals("true"),
                threshold.isEmpty() ? 0 : Integer.parseInt(threshold),
                groups,
                new EncryptionRule(plainSuffix, encryptedSuffix, plain, encrypted));
    }

    private static List<KeyStanza> stanzas(Map<?, ?> section) {
        List<KeyStanza> stanzas = new ArrayList<>();
        for (String kind : KINDS) {
            if (section.get(kind) instanceof List<?> list) {
                for (Object item : list) {
                    stanzas.add(new KeyStanza(kind, texts((Map<?, ?>) item)));
                }
            }
        }
        return stanzas;
    }

    private static Map<String, String> texts(Map<?, ?> item) {
        Map<String, String> texts = new LinkedHashMap<>();
        item.forEach((name, value) -> texts.put(String.valueOf(name), printed(value)));
        return texts;
    }

    private static List<Pattern> patterns(Map<?, ?> section, String name) {
        String pattern = text(section, name);
        try {
            return pattern.isEmpty() ? List.of() : List.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException bad) {
            throw new DecsException("sops: " + name + " " + pattern + ": " + bad.getDescription(), bad);
        }
    }

    private static String text(Map<?, ?> section, String name) {
        return printed(section.get(name));
    }

    private static String printed(Object value) {
        if (value == null || value instanceof List<?> || value instanceof Map<?, ?>) {
            return "";
        }
        return value instanceof String text ? text : GoFormat.print(value);
    }
}
