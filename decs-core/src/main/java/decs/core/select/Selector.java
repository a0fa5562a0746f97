package decs.core.select;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which releases are meant, by label: alternatives ({@code -l} given several times) of pairs that must all hold ({@code
 * tier=web,name!=db}). No alternatives at all means every release.
 */
public record Selector(List<List<Pair>> alternatives) {
    private static final Pattern PIECE = Pattern.compile("^([A-Za-z0-9_./+-]+)(!=|=)([A-Za-z0-9_./+-]+)$");

    public Selector {
        alternatives = List.copyOf(alternatives);
    }

    /** One pair: a label that must have a value, or must not. */
    public record Pair(String key, String value, boolean equal) {
        public Pair {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }

        boolean holds(Map<String, String> labels) {
            return value.equals(labels.get(key)) == equal;
        }
    }

    /** Reads the texts of several {@code -l} options. */
    public static Selector parse(List<String> texts) {
        List<List<Pair>> alternatives = new ArrayList<>();
        for (String text : texts) {
            List<Pair> pairs = new ArrayList<>();
            for (String piece : text.split(",")) {
                pairs.add(pair(piece));
            }
            alternatives.add(List.copyOf(pairs));
        }
        return new Selector(alternatives);
    }

    private static Pair pair(String piece) {
        Matcher matcher = PIECE.matcher(piece);
        if (!matcher.matches()) {
            String text = "malformed label: " + piece + ". Expected label in form k=v or k!=v";
            throw new DecsException(
                    text, List.of(Problem.of(text).withHint("such as -l name=web or -l tier=web,name!=db")), null);
        }
        return new Pair(matcher.group(1), matcher.group(3), matcher.group(2).equals("="));
    }

    /** Whether a release with these labels is meant. */
    public boolean matches(Map<String, String> labels) {
        return alternatives.isEmpty()
                || alternatives.stream().anyMatch(pairs -> pairs.stream().allMatch(pair -> pair.holds(labels)));
    }

    /** Whether every alternative of {@code other} contradicts every one of this: same label, another required value. */
    public boolean contradicts(Selector other) {
        return !alternatives.isEmpty()
                && !other.alternatives.isEmpty()
                && alternatives.stream()
                        .allMatch(mine -> other.alternatives.stream().allMatch(theirs -> contradict(mine, theirs)));
    }

    private static boolean contradict(List<Pair> mine, List<Pair> theirs) {
        return mine.stream().filter(Pair::equal).anyMatch(pair -> theirs.stream()
                .anyMatch(other -> other.equal()
                        && other.key().equals(pair.key())
                        && !other.value().equals(pair.value())));
    }
}
