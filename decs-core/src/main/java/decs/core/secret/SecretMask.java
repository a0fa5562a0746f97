package decs.core.secret;

import decs.template.gofmt.GoString;
import decs.template.yaml.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows the secrets of a run by their content and hides them in every text that leaves it, in the forms in which they
 * turn up: as they are, line by line, in base64 (also inside longer base64), in JSON, Go and YAML quotes, URL-encoded.
 * Words too short or too common to be told from ordinary text are hidden only where they stand alone. Safe to use from
 * many threads.
 */
public final class SecretMask {
    /** What is printed instead. */
    public static final String MASK = "******";

    private static final int SHORTEST = 4;
    /** From this length on a secret is hidden inside words, too. */
    private static final int UNMISTAKABLE = 8;
    /** How many characters the index looks at. */
    private static final int HEAD = 3;

    private static final Set<String> COMMON = Set.of("true", "false", "null", "none", "default", "localhost");

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private volatile Index index = new Index(List.of());

    /** Takes every text and number in a tree for a secret from now on. */
    public void add(Object tree) {
        Set<String> found = new TreeSet<>();
        collect(tree, found);
        if (secrets.addAll(found)) {
            index = new Index(forms());
        }
    }

    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    /** The text with every secret replaced by {@link #MASK}. */
    public String mask(String text) {
        return index.mask(text);
    }

    private static void collect(Object value, Set<String> into) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> collect(item, into));
        } else if (value instanceof Iterable<?> items) {
            items.forEach(item -> collect(item, into));
        } else if (value instanceof byte[] bytes) {
            collect(GoString.of(bytes), into);
        } else if (value instanceof String || value instanceof Number) {
            String text = value.toString();
            if (text.strip().length() >= SHORTEST && !COMMON.contains(text.strip())) {
                into.add(text);
            }
        }
    }

    private List<String> forms() {
        Set<String> forms = new TreeSet<>();
        for (String secret : secrets) {
            addBase64(GoString.bytes(secret), forms);
            addForms(secret.strip(), forms);
            for (String line : secret.split("\\R")) {
                if (line.strip().length() >= UNMISTAKABLE) {
                    addForms(line.strip(), forms);
                }
            }
        }
        List<String> longestFirst = new ArrayList<>(forms);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return longestFirst;
    }

    private static void addForms(String secret, Set<String> forms) {
        add(secret, forms);
        String json = Json.write(secret);
        add(json.substring(1, json.length() - 1), forms);
        add(goQuoted(secret), forms);
        add(secret.replace("'", "''"), forms);
        add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"), forms);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        add(url, forms);
        add(url.replace("+", "%20"), forms);
        addBase64(GoString.bytes(secret), forms);
    }

    private static String goQuoted(String secret) {
        String quoted = decs.template.gofmt.GoFormat.quote(secret);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** The secret alone in base64, and the middle of it as it looks behind one or two other bytes. */
    private static void addBase64(byte[] secret, Set<String> forms) {
        Base64.Encoder plain = Base64.getEncoder().withoutPadding();
        for (Base64.Encoder encoder : List.of(plain, Base64.getUrlEncoder().withoutPadding())) {
            add(encoder.encodeToString(secret), forms);
            for (int before = 0; before < 3; before++) {
                byte[] shifted = new byte[before + secret.length];
                System.arraycopy(secret, 0, shifted, before, secret.length);
                String text = encoder.encodeToString(shifted);
                int from = before == 0 ? 0 : before + 1; // letters that hold bits of the bytes before
                int to = shifted.length / 3 * 4; // letters that hold bits of the bytes behind
                if (to - from >= UNMISTAKABLE) {
                    add(text.substring(from, to), forms);
                }
            }
        }
    }

    private static void add(String form, Set<String> forms) {
        if (form.length() >= SHORTEST) {
            forms.add(form);
        }
    }

    /** The forms by their first characters, longest first: one pass over a text, however many there are. */
    private static final class Index {
        private final Map<String, List<String>> byHead = new HashMap<>();

        Index(List<String> longestFirst) {
            for (String form : longestFirst) {
                byHead.computeIfAbsent(form.substring(0, HEAD), head -> new ArrayList<>())
                        .add(form);
            }
        }

        String mask(String text) {
            if (byHead.isEmpty()) {
                return text;
            }
            StringBuilder out = null;
            int from = 0;
            int at = 0;
            while (at + SHORTEST <= text.length()) {
                int length = match(text, at);
                if (length == 0) {
                    at++;
                    continue;
                }
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, from, at).append(MASK);
                at += length;
                from = at;
            }
            return out == null ? text : out.append(text, from, text.length()).toString();
        }

        private int match(String text, int at) {
            for (String form : byHead.getOrDefault(text.substring(at, at + HEAD), Collections.emptyList())) {
                if (text.startsWith(form, at) && (form.length() >= UNMISTAKABLE || standsAlone(text, at, form))) {
                    return form.length();
                }
            }
            return 0;
        }

        private static boolean standsAlone(String text, int at, String form) {
            int end = at + form.length();
            return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        }
    }
}
