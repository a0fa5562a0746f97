package decs.helm.kube;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A label selector in text form: {@code owner=helm,status in (deployed,failed),!legacy}. */
public final class LabelSelector {
    private record Requirement(String key, boolean wanted, Set<String> values) {
        /** Without values the key alone counts. */
        boolean accepts(Map<String, String> labels) {
            String value = labels.get(key);
            boolean found = values.isEmpty() ? value != null : value != null && values.contains(value);
            return found == wanted;
        }
    }

    private final List<Requirement> requirements = new ArrayList<>();

    private LabelSelector() {}

    /** Reads a selector; what is none is refused in the words of the API server. */
    public static LabelSelector of(String text) {
        LabelSelector selector = new LabelSelector();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == ',' && (depth == 0 || i == text.length())) {
                String part = text.substring(from, i).strip();
                if (!part.isEmpty()) {
                    selector.requirements.add(requirement(part));
                }
                from = i + 1;
            }
        }
        return selector;
    }

    private static Requirement requirement(String part) {
        int open = part.indexOf('(');
        if (open > 0 && part.endsWith(")")) {
            String[] words = part.substring(0, open).strip().split("\\s+");
            if (words.length != 2 || !(words[1].equals("in") || words[1].equals("notin"))) {
                throw new ClusterException(
                        ClusterException.Reason.BAD_REQUEST, 400, "unable to parse requirement: " + part);
            }
            Set<String> values = new TreeSet<>();
            for (String value : part.substring(open + 1, part.length() - 1).split(",", -1)) {
                values.add(value.strip());
            }
            return new Requirement(words[0], words[1].equals("in"), values);
        }
        int unequal = part.indexOf("!=");
        if (unequal > 0) {
            return equality(part, unequal, 2, false);
        }
        int equal = part.indexOf('=');
        if (equal > 0) {
            return equality(part, equal, part.startsWith("==", equal) ? 2 : 1, true);
        }
        return part.startsWith("!")
                ? new Requirement(part.substring(1).strip(), false, Set.of())
                : new Requirement(part, true, Set.of());
    }

    private static Requirement equality(String part, int at, int width, boolean wanted) {
        return new Requirement(
                part.substring(0, at).strip(),
                wanted,
                Set.of(part.substring(at + width).strip()));
    }

    /** Whether {@code labels} are wanted. */
    public boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.accepts(labels));
    }
}
