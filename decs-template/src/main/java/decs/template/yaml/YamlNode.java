package decs.template.yaml;

import decs.template.gofmt.GoFormat;
import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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

    /** Every document of {@code source}. */
    static List<YamlNode> readAll(Source source) {
        List<YamlNode> documents = new ArrayList<>();
        documents(source).forEachRemaining(documents::add);
        return documents;
    }

    /** The documents of {@code source}, each read when it is asked for. */
    static Iterator<YamlNode> documents(Source source) {
        NodeComposer composer = new NodeComposer(source);
        return new Iterator<>() {
            private Optional<YamlNode> next = Optional.empty();
            private boolean asked;

            @Override
            public boolean hasNext() {
                if (!asked) {
                    next = composer.next();
                    asked = true;
                }
                return next.isPresent();
            }

            @Override
            public YamlNode next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                asked = false;
                return next.get();
            }
        };
    }

    /** What mappings have twice, here and below, in order; a mapping with such keys is not looked into. */
    default List<Problem> duplicates() {
        return List.of();
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
            try {
                return tag.map(t -> PlainScalars.tagged(t, text))
                        .orElseGet(() -> plain ? PlainScalars.resolve(text) : text);
            } catch (IllegalArgumentException noBase64) {
                String message = "!!binary value contains invalid base64 data";
                throw new YamlException("yaml: " + message, Problem.at(at, message));
            }
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

        @Override
        public List<Problem> duplicates() {
            return items.stream().flatMap(item -> item.duplicates().stream()).toList();
        }
    }

    /**
     * A mapping in the order written; merged entries stand where their merge key stood.
     *
     * @param repeated the keys that it has twice
     */
    record Mapping(Position at, List<Entry> entries, List<Problem> repeated) implements YamlNode {
        public Mapping {
            Objects.requireNonNull(at, "at");
            entries = List.copyOf(entries);
            repeated = List.copyOf(repeated);
        }

        @Override
        public List<Problem> duplicates() {
            return repeated.isEmpty()
                    ? entries.stream()
                            .flatMap(entry -> entry.value().duplicates().stream())
                            .toList()
                    : repeated;
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
                map.put(entry.keyText(), entry.value().value(), entry.value().at());
            }
            return map;
        }
    }

    /**
     * One entry of a mapping.
     *
     * @param key the key as written, whatever its type; empty for one that is no scalar
     * @param keyNode the key as written
     */
    record Entry(String key, YamlNode keyNode, YamlNode value) {
        /** The key as Go prints it, which is what it is in the plain tree. */
        public String keyText() {
            if (keyNode instanceof Scalar scalar) {
                return scalar.plain() ? GoFormat.print(scalar.value()) : key;
            }
            String text = "invalid map key: " + GoFormat.sprintf("%#v", new Object[] {keyNode.value()});
            throw new YamlException(
                    "yaml: " + text,
                    Problem.at(keyNode.at(), text)
                            .withHint(
                                    "a value that starts with {{ must be quoted, or the file rendered as a template"));
        }
    }
}
