package decs.core.spec;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoTypes;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.yaml.YamlNode;
import java.util.Optional;

/** State values have texts as keys; helmfile refuses a tree that has a number, a switch or a date somewhere instead. */
public final class TextKeys {
    private TextKeys() {}

    /**
     * Refuses keys that are no texts.
     *
     * @param below whether the keys of {@code node} itself may be anything, since they are read as texts
     */
    public static void check(YamlNode node, boolean below) {
        find(node, below).ifPresent(problem -> {
            throw new DecsException(problem);
        });
    }

    static Optional<Problem> find(YamlNode node, boolean below) {
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                Object key = entry.keyNode().value();
                if (!below && !(key instanceof String)) {
                    return Optional.of(problem(mapping, entry, key));
                }
                Optional<Problem> found = find(entry.value(), false);
                if (found.isPresent()) {
                    return found;
                }
            }
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                Optional<Problem> found = find(item, false);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Problem problem(YamlNode.Mapping mapping, YamlNode.Entry entry, Object key) {
        return Problem.at(
                        entry.keyNode().at(),
                        "unexpected type of key in map: expected string, got " + GoTypes.typeName(key) + ": value="
                                + GoFormat.print(key) + ", map=" + GoFormat.print(mapping.value()))
                .withHint("write the key in quotes: \"" + entry.key() + "\"");
    }
}
