package decs.template.yaml;

import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Source;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Documents to {@link YamlNode}s, one by one, with nothing resolved but aliases and merge keys. What a document has
 * twice is kept as a problem of its mapping; texts that are no YAML are {@link YamlException}s in go-yaml v3's words.
 *
 * <p>Mirrors: go-yaml v3 parser.parse and decoder.mapping
 */
final class NodeComposer {
    private static final String CORE_TAGS = "tag:yaml.org,2002:";

    private final YamlEvents events;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private AliasBudget budget = new AliasBudget();

    NodeComposer(Source source) {
        this.events = YamlEvents.ofV3(source);
    }

    /** The next document, or nothing at the end of the text. */
    Optional<YamlNode> next() {
        YamlEvent event = events.next();
        while (event == YamlEvent.DOCUMENT_END) {
            event = events.next();
        }
        if (event == YamlEvent.STREAM_END) {
            return Optional.empty();
        }
        anchors.clear();
        budget = new AliasBudget();
        return Optional.of(document());
    }

    /** A collection that is being read. */
    private static final class Collection {
        final boolean mapping;
        final String anchor;
        final Position at;
        final List<YamlNode> nodes = new ArrayList<>();

        Collection(boolean mapping, String anchor, Position at) {
            this.mapping = mapping;
            this.anchor = anchor;
            this.at = at;
        }
    }

    private YamlNode document() {
        Deque<Collection> stack = new ArrayDeque<>();
        while (true) {
            YamlNode made;
            YamlEvent event = events.next();
            switch (event) {
                case MAPPING_START, SEQUENCE_START -> {
                    open(stack, event == YamlEvent.MAPPING_START);
                    continue;
                }
                case MAPPING_END, SEQUENCE_END -> made = close(stack.pop());
                case ALIAS -> made = alias(events.text());
                case SCALAR -> {
                    budget.count(1, events);
                    made = keep(events.anchor(), scalar());
                }
                default -> throw new AssertionError(event);
            }
            if (stack.isEmpty()) {
                return made;
            }
            stack.peek().nodes.add(made);
        }
    }

    private void open(Deque<Collection> stack, boolean mapping) {
        budget.count(1, events);
        if (events.anchor() != null) {
            open.add(events.anchor());
        }
        stack.push(new Collection(mapping, events.anchor(), events.position()));
    }

    private YamlNode close(Collection done) {
        open.remove(done.anchor);
        return keep(
                done.anchor, done.mapping ? mapping(done.at, done.nodes) : new YamlNode.Sequence(done.at, done.nodes));
    }

    private YamlNode keep(String anchor, YamlNode node) {
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private YamlNode.Scalar scalar() {
        boolean plain = events.style() == ScalarStyle.PLAIN;
        return new YamlNode.Scalar(
                events.position(), events.text(), plain, Optional.ofNullable(shortTag(events.tag())));
    }

    private static String shortTag(String tag) {
        if (tag == null || tag.equals("!")) {
            return null;
        }
        return tag.startsWith(CORE_TAGS) ? "!!" + tag.substring(CORE_TAGS.length()) : tag;
    }

    private YamlNode alias(String name) {
        if (open.contains(name)) {
            throw failure(events.position(), "anchor '" + name + "' value contains itself");
        }
        YamlNode node = anchors.get(name);
        if (node == null) {
            throw failure(events.position(), "unknown anchor '" + name + "' referenced");
        }
        budget.alias(size(node), events);
        return node;
    }

    private static long size(YamlNode node) {
        long size = 1;
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                size += 1 + size(entry.value());
            }
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                size += size(item);
            }
        }
        return size;
    }

    private static YamlNode.Mapping mapping(Position at, List<YamlNode> nodes) {
        Map<String, YamlNode.Entry> own = new LinkedHashMap<>();
        Map<String, YamlNode.Entry> all = new LinkedHashMap<>();
        List<Problem> duplicates = new ArrayList<>();
        for (int i = 0; i + 1 < nodes.size(); i += 2) {
            YamlNode key = nodes.get(i);
            String text = key instanceof YamlNode.Scalar scalar ? scalar.text() : "";
            YamlNode.Entry entry = new YamlNode.Entry(text, key, nodes.get(i + 1));
            YamlNode.Entry before = own.putIfAbsent(text, entry);
            if (before != null) {
                duplicates.add(duplicate(before, entry));
            } else if (isMerge(key)) {
                merge(entry.value(), all);
            } else {
                all.put(text, entry);
            }
        }
        all.replaceAll((text, entry) -> own.getOrDefault(text, entry));
        return new YamlNode.Mapping(at, new ArrayList<>(all.values()), duplicates);
    }

    private static boolean isMerge(YamlNode key) {
        return key instanceof YamlNode.Scalar scalar
                && scalar.plain()
                && scalar.text().equals("<<")
                && scalar.tag().map(tag -> tag.equals("!!merge")).orElse(true);
    }

    private static void merge(YamlNode from, Map<String, YamlNode.Entry> all) {
        if (from instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach(entry -> all.putIfAbsent(entry.key(), entry));
        } else if (from instanceof YamlNode.Sequence sequence
                && sequence.items().stream().allMatch(YamlNode.Mapping.class::isInstance)) {
            sequence.items().forEach(item -> merge(item, all));
        } else {
            throw failure(from.at(), "map merge requires map or sequence of maps as the value");
        }
    }

    private static Problem duplicate(YamlNode.Entry first, YamlNode.Entry again) {
        return Problem.at(
                again.keyNode().at(),
                "mapping key \"" + again.key() + "\" already defined at line "
                        + first.keyNode().at().line());
    }

    private static YamlException failure(Position at, String message) {
        return new YamlException("yaml: " + message, Problem.at(at, message));
    }
}
