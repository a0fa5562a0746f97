package decs.helm.kube.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** What a value of the API may be, and how an apply merges it. */
public sealed interface Shape {
    /** A leaf. */
    enum Scalar implements Shape {
        TEXT('s'),
        INTEGER('i'),
        LONG('l'),
        NUMBER('n'),
        BOOLEAN('b'),
        QUANTITY('q'),
        INTEGER_OR_TEXT('x'),
        TIME('t'),
        BYTES('y');

        private final char code;

        Scalar(char code) {
            this.code = code;
        }

        char code() {
            return code;
        }
    }

    /** Anything at all: mappings merge by key, lists are replaced, as for custom kinds without a schema. */
    enum Anything implements Shape {
        ANYTHING
    }

    /**
     * A mapping with free keys.
     *
     * @param atomic replaced as a whole
     */
    record MapOf(Shape value, boolean atomic) implements Shape {
        public MapOf {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A list.
     *
     * @param keys the fields that identify an item of a {@link Kind#MAP} list
     */
    record ListOf(Shape item, Kind kind, List<String> keys) implements Shape {
        /** How an apply merges a list. */
        public enum Kind {
            /** Replaced as a whole. */
            ATOMIC,
            /** Scalars, each at most once. */
            SET,
            /** Mappings, identified by some of their fields. */
            MAP
        }

        public ListOf {
            Objects.requireNonNull(item, "item");
            Objects.requireNonNull(kind, "kind");
            keys = List.copyOf(keys);
        }
    }

    /** A mapping with known fields; types refer to each other, so the fields are read when first asked for. */
    final class Struct implements Shape {
        private final String name;
        private final boolean atomic;
        private final Supplier<Map<String, Field>> source;
        private Map<String, Field> fields;

        /**
         * @param name as the API's own code calls it, such as {@code DeploymentSpec}
         * @param atomic replaced as a whole
         */
        public Struct(String name, boolean atomic, Supplier<Map<String, Field>> source) {
            this.name = Objects.requireNonNull(name, "name");
            this.atomic = atomic;
            this.source = Objects.requireNonNull(source, "source");
        }

        public String name() {
            return name;
        }

        public boolean atomic() {
            return atomic;
        }

        public Map<String, Field> fields() {
            Map<String, Field> known = fields; // racy on purpose: every thread reads the same fields
            if (known == null) {
                known = source.get();
                fields = known;
            }
            return known;
        }

        public Optional<Field> field(String key) {
            return Optional.ofNullable(fields().get(key));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The shape of the value under {@code key} of a mapping of this shape. */
    default Shape child(String key) {
        if (this instanceof Struct struct) {
            Field field = struct.fields().get(key);
            return field == null ? Anything.ANYTHING : field.shape();
        }
        return this instanceof MapOf map ? map.value() : Anything.ANYTHING;
    }
}
