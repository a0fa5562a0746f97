package decs.template.yaml;

import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Documents to {@link YamlNode}s, by snakeyaml-engine's composer with no resolving of its own. */
final class NodeComposer {
    private static final String CORE_TAGS = "tag:yaml.org,2002:";

    private final Source source;
    private final int[] offsets;
    private final IdentityHashMap<Node, YamlNode> done = new IdentityHashMap<>();

    private NodeComposer(Source source) {
        this.source = source;
        this.offsets = codePointOffsets(source.text());
    }

    static List<YamlNode> readAll(Source source) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setSchema(new FailsafeSchema())
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(10_000)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .build();
        NodeComposer composer = new NodeComposer(source);
        List<YamlNode> documents = new ArrayList<>();
        try {
            for (Node node : new Compose(settings).composeAllFromString(source.text())) {
                documents.add(composer.convert(node));
            }
        } catch (MarkedYamlEngineException bad) {
            throw composer.exception(bad);
        } catch (YamlEngineException bad) {
            throw new YamlException("yaml: " + bad.getMessage(), Problem.of(bad.getMessage()));
        }
        return documents;
    }

    private YamlException exception(MarkedYamlEngineException bad) {
        Optional<Mark> mark = bad.getProblemMark().or(bad::getContextMark);
        String why = bad.getProblem() == null ? bad.getContext() : bad.getProblem();
        int line = mark.map(m -> m.getLine() + 1).orElse(0);
        String text = "yaml: " + (line > 0 ? "line " + line + ": " : "") + why;
        Problem problem = mark.map(m -> Problem.at(position(m), why)).orElseGet(() -> Problem.of(why));
        return new YamlException(text, problem);
    }

    private YamlNode convert(Node node) {
        YamlNode known = done.get(node);
        if (known != null) {
            return known;
        }
        Position at = node.getStartMark().map(this::position).orElse(source.at(0));
        YamlNode made;
        if (node instanceof ScalarNode scalar) {
            made = new YamlNode.Scalar(
                    at, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, explicitTag(scalar));
        } else if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item)));
            made = new YamlNode.Sequence(at, items);
        } else {
            made = new YamlNode.Mapping(at, entries((MappingNode) node));
        }
        done.put(node, made);
        return made;
    }

    private List<YamlNode.Entry> entries(MappingNode node) {
        Map<String, YamlNode.Entry> own = new LinkedHashMap<>();
        Map<String, YamlNode.Entry> merged = new HashMap<>();
        Map<String, YamlNode.Entry> all = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            YamlNode key = convert(tuple.getKeyNode());
            if (isMerge(key)) {
                merge(convert(tuple.getValueNode()), merged, all);
                continue;
            }
            String text = keyText(key);
            YamlNode.Entry before = own.get(text);
            if (before != null) {
                throw duplicate(text, before, key);
            }
            YamlNode.Entry entry = new YamlNode.Entry(text, key, convert(tuple.getValueNode()));
            own.put(text, entry);
            all.put(text, entry);
        }
        all.replaceAll((text, entry) -> own.getOrDefault(text, entry));
        return new ArrayList<>(all.values());
    }

    private static boolean isMerge(YamlNode key) {
        return key instanceof YamlNode.Scalar scalar
                && scalar.plain()
                && scalar.text().equals("<<");
    }

    private void merge(YamlNode from, Map<String, YamlNode.Entry> merged, Map<String, YamlNode.Entry> all) {
        if (from instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                if (merged.putIfAbsent(entry.key(), entry) == null) {
                    all.putIfAbsent(entry.key(), entry);
                }
            }
        } else if (from instanceof YamlNode.Sequence sequence
                && sequence.items().stream().allMatch(YamlNode.Mapping.class::isInstance)) {
            sequence.items().forEach(item -> merge(item, merged, all));
        } else {
            String text = "map merge requires map or sequence of maps as the value";
            throw new YamlException("yaml: " + text, Problem.at(from.at(), text));
        }
    }

    private static YamlException duplicate(String key, YamlNode.Entry first, YamlNode again) {
        String text = "mapping key \"" + key + "\" already defined at line "
                + first.keyNode().at().line();
        return new YamlException(
                "yaml: unmarshal errors:\n  line " + again.at().line() + ": " + text, Problem.at(again.at(), text));
    }

    private static String keyText(YamlNode key) {
        if (key instanceof YamlNode.Scalar scalar) {
            return scalar.isNull() ? "null" : scalar.text();
        }
        String text = "invalid map key: a " + (key instanceof YamlNode.Mapping ? "mapping" : "list");
        throw new YamlException(
                "yaml: " + text,
                Problem.at(key.at(), text)
                        .withHint("a value that starts with {{ must be quoted, or the file rendered as a template"));
    }

    private static Optional<String> explicitTag(ScalarNode node) {
        Tag tag = node.getTag();
        if (tag.equals(Tag.STR)) {
            return Optional.empty(); // what the failsafe schema gives to everything
        }
        String name = tag.getValue();
        return Optional.of(name.startsWith(CORE_TAGS) ? "!!" + name.substring(CORE_TAGS.length()) : name);
    }

    private Position position(Mark mark) {
        return source.at(offsets == null ? mark.getIndex() : offsets[Math.min(mark.getIndex(), offsets.length - 1)]);
    }

    /** Where each code point starts, in UTF-16 units; null when that is its own index. */
    private static int[] codePointOffsets(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return null;
        }
        int[] offsets = new int[count + 1];
        for (int i = 0, at = 0; i <= count; i++) {
            offsets[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return offsets;
    }
}
