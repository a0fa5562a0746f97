package decs.core.kustomize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kinds of the table {@code kinds.txt}: whether they live in namespaces, and which of their lists merge. */
final class Kinds {
    private static final Kinds BUILT_IN = read();

    private final Map<String, Kind> kinds = new HashMap<>();

    /**
     * A known kind.
     *
     * @param lists for the path of each merging list the fields that identify an item; none for lists of scalars
     */
    private record Kind(boolean cluster, Map<String, List<String>> lists) {}

    static boolean isClusterWide(String apiVersion, String kind) {
        Kind known = BUILT_IN.kinds.get(apiVersion + " " + kind);
        return known != null && known.cluster();
    }

    /** The merging lists of a kind by path, such as {@code /spec/template/spec/containers[]/env}. */
    static Map<String, List<String>> mergingLists(String apiVersion, String kind) {
        Kind known = BUILT_IN.kinds.get(apiVersion + " " + kind);
        return known == null ? Map.of() : known.lists();
    }

    private static Kinds read() {
        try (InputStream in = Kinds.class.getResourceAsStream("kinds.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Kinds kinds = new Kinds();
            Map<String, Map<String, List<String>>> groups = new HashMap<>();
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> kinds.line(line.split(" "), groups));
            return kinds;
        } catch (IOException e) {
            throw new UncheckedIOException("kinds.txt", e);
        }
    }

    private void line(String[] words, Map<String, Map<String, List<String>>> groups) {
        boolean group = words[1].startsWith("/");
        Map<String, List<String>> lists = new HashMap<>();
        for (int i = group ? 1 : 3; i < words.length; i++) {
            int at = words[i].indexOf('@');
            if (at >= 0) {
                String base = words[i].substring(at + 1);
                groups.get(words[i].substring(0, at)).forEach((path, keys) -> lists.put(base + path, keys));
            } else {
                int colon = words[i].indexOf(':');
                String keys = words[i].substring(colon + 1);
                lists.put(words[i].substring(0, colon), keys.isEmpty() ? List.of() : List.of(keys.split(",")));
            }
        }
        if (group) {
            groups.put(words[0], lists);
        } else {
            kinds.put(words[0] + " " + words[1], new Kind(words[2].equals("cluster"), Map.copyOf(lists)));
        }
    }
}
