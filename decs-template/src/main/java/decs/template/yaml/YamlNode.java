package decs.template.yaml;

import decs.template.source.Position;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A YAML document as a tree that still knows how and where everything was written: for readers that decode by field, as
 * specs are. Aliases are resolved and merge keys folded in; {@link #value()} gives the plain tree as go-yaml v3 types it.
 */
public sealed interface YamlNode {
    Position at();

    /** The plain value: null, Boolean, Integer, Double, text, List or {@link ValueMap} with origins. */
    Object value();

    /** Every document of {@code source}; an empty one is null. */
    static List<YamlNode> readAll(Source source) {
        return NodeComposer.readAll(source);
    }

    /**
     * A scalar.
     *
     * @param plain whether it stands without quotes and block marks, and so may be something else than text
     */
    record Scalar(Position at, String text, boolean plain, Optional<String> tag) implements YamlNode {
        public Scalar {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Object value() {
            return tag.map(t -> PlainScalars.tagged(t, text))
                    .orElseGet(() -> plain ? PlainScalars.resolve(text) : text);
        }

        /** Whether this is no value at all: empty, {@code ~} or {@code null}. */
        public boolean isNull() {
            return tag.map(t -> t.equals("!!null")).orElseGet(() -> plain && PlainScalars.isNull(text));
        }
    }

    /** A sequence. */
    record Sequence(Position at, List<YamlNode> items) implements YamlNode {
        public Sequence {
            Objects.requireNonNull(at, "at");
            items = List.copyOf(items);
        }

        @Override
        public Object value() {
            List<Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.value()));
            return values;
        }
    }

    /** A mapping in the order written; merged entries stand where their merge key stood. */
    record Mapping(Position at, List<Entry> entries) implements YamlNode {
        public Mapping {
            Objects.requireNonNull(at, "at");
            entries = List.copyOf(entries);
        }

        /** The value of a key, or null. */
        public YamlNode get(String key) {
            for (Entry entry : entries) {
                if (entry.key().equals(key)) {
                    return entry.value();
                }
            }
            return null;
        }

        @Override
        public Object value() {
            ValueMap map = new ValueMap(entries.size());
            for (Entry entry : entries) {
                map.put(entry.key(), entry.value().value(), entry.value().at());
            }
            return map;
        }
    }

    /**
     * One entry of a mapping.
     *
     * @param key the key as text, whatever its type
     * @param keyNode the key as written
     */
    record Entry(String key, YamlNode keyNode, YamlNode value) {}
}
