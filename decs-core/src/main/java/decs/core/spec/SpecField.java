package decs.core.spec;

import java.util.Objects;

/** One field of a struct of the spec: its name in YAML and what it may hold. */
public record SpecField(String name, FieldType type) {
    public SpecField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
