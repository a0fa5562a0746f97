package decs.core.plan;

import decs.template.source.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Why selectors match no release: labels that none has, told with those that there are. */
public final class UnmatchedLabels {
    private static final int MOST = 12;

    private UnmatchedLabels() {}

    /** One sentence for each label of {@code selectors} that no release has. */
    public static List<String> explain(List<String> selectors, List<Releases> files) {
        Map<String, Set<String>> known = new TreeMap<>();
        for (Releases releases : files) {
            for (ResolvedRelease release : releases.all()) {
                release.labels().forEach((key, value) -> known.computeIfAbsent(key, k -> new TreeSet<>())
                        .add(value));
            }
        }
        Set<String> sentences = new LinkedHashSet<>();
        for (String selector : selectors) {
            for (String piece : selector.split(",")) {
                int equals = piece.indexOf('=');
                if (equals > 0 && !piece.contains("!=")) {
                    sentence(piece.substring(0, equals), piece.substring(equals + 1), known, sentences);
                }
            }
        }
        return new ArrayList<>(sentences);
    }

    private static void sentence(String key, String value, Map<String, Set<String>> known, Set<String> sentences) {
        Set<String> values = known.get(key);
        if (values == null) {
            sentences.add("no release has a label " + key + "; "
                    + Suggestion.nearest(key, known.keySet())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("labels: " + shown(known.keySet())));
        } else if (!values.contains(value)) {
            sentences.add("no release has " + key + "=" + value + "; "
                    + Suggestion.nearest(value, values)
                            .map(near -> "did you mean " + key + "=" + near + "?")
                            .orElse(key + " is: " + shown(values)));
        }
    }

    private static String shown(Set<String> words) {
        String all = String.join(", ", words.stream().limit(MOST).toList());
        return words.size() > MOST ? all + ", ..." : all;
    }
}
