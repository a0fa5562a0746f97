package decs.core.spec;

import java.util.Objects;

/** What a field of a spec may hold. */
public sealed interface FieldType {
    /** Text; any plain scalar counts as the text written. */
    record Text() implements FieldType {}

    /** True or false; unset is a third state unless the field is a plain bool of helmDefaults. */
    record Flag() implements FieldType {}

    /** A whole number. */
    record Whole() implements FieldType {}

    /** A number. */
    record Decimal() implements FieldType {}

    /** A list of texts. */
    record Texts() implements FieldType {}

    /** Texts by name. */
    record TextMap() implements FieldType {}

    /** Anything. */
    record Any() implements FieldType {}

    /** A list of anything. */
    record AnyList() implements FieldType {}

    /** A list of values: maps whose keys are texts all the way down, and paths. */
    record ValuesList() implements FieldType {}

    /** A list of maps, whatever their keys, and paths. */
    record MapsOrPaths() implements FieldType {}

    /** One text, or a list of them. */
    record TextOrTexts() implements FieldType {}

    /** A struct of its own. */
    record Struct(SpecType type) implements FieldType {
        public Struct {
            Objects.requireNonNull(type, "type");
        }
    }

    /** A list of structs. */
    record Structs(SpecType type) implements FieldType {
        public Structs {
            Objects.requireNonNull(type, "type");
        }
    }

    /** Structs by name. */
    record StructMap(SpecType type) implements FieldType {
        public StructMap {
            Objects.requireNonNull(type, "type");
        }
    }
}
