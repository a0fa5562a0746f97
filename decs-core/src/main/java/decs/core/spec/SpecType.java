package decs.core.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A struct of the spec: its fields in the order in which helmfile prints them, and its name in helmfile's messages. The
 * reader, the printer and the published schema all go by these tables.
 */
public record SpecType(String goName, List<SpecField> fields) {
    public SpecType {
        Objects.requireNonNull(goName, "goName");
        fields = List.copyOf(fields);
    }

    public Optional<SpecField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return fields.stream().map(SpecField::name).toList();
    }

    /** This type under another name, with more fields. */
    SpecType plus(String goName, List<SpecField> more) {
        List<SpecField> all = new ArrayList<>(fields);
        all.addAll(more);
        return new SpecType(goName, all);
    }

    /** This type without the fields of these names. */
    SpecType without(Set<String> names) {
        return new SpecType(
                goName,
                fields.stream().filter(field -> !names.contains(field.name())).toList());
    }

    /** Collects fields, several of one type at a time. */
    static final class Builder {
        private final List<SpecField> fields = new ArrayList<>();

        Builder text(String... names) {
            return add(new FieldType.Text(), names);
        }

        Builder flag(String... names) {
            return add(new FieldType.Flag(), names);
        }

        Builder whole(String... names) {
            return add(new FieldType.Whole(), names);
        }

        Builder decimal(String... names) {
            return add(new FieldType.Decimal(), names);
        }

        Builder texts(String... names) {
            return add(new FieldType.Texts(), names);
        }

        Builder textMap(String... names) {
            return add(new FieldType.TextMap(), names);
        }

        Builder any(String... names) {
            return add(new FieldType.Any(), names);
        }

        Builder anyList(String... names) {
            return add(new FieldType.AnyList(), names);
        }

        Builder values(String... names) {
            return add(new FieldType.ValuesList(), names);
        }

        Builder mapsOrPaths(String... names) {
            return add(new FieldType.MapsOrPaths(), names);
        }

        Builder textOrTexts(String... names) {
            return add(new FieldType.TextOrTexts(), names);
        }

        Builder struct(String name, SpecType type) {
            return add(new FieldType.Struct(type), name);
        }

        Builder structs(String name, SpecType type) {
            return add(new FieldType.Structs(type), name);
        }

        Builder structMap(String name, SpecType type) {
            return add(new FieldType.StructMap(type), name);
        }

        private Builder add(FieldType type, String... names) {
            for (String name : names) {
                fields.add(new SpecField(name, type));
            }
            return this;
        }

        SpecType named(String goName) {
            return new SpecType(goName, fields);
        }
    }
}
