package decs.core.spec;

import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON Schema of a helmfile, for editors: made from the tables that specs are read by, so that both always know the
 * same fields. Whatever helmfile accepts is valid by it.
 */
public final class SpecSchema {
    private static final List<Object> SCALARS = List.of("string", "number", "boolean", "null");

    private final Set<SpecType> wanted = new LinkedHashSet<>();

    private SpecSchema() {}

    /** The schema as text. */
    public static String json() {
        return new SpecSchema().write();
    }

    private String write() {
        ValueMap root = new ValueMap();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "helmfile");
        root.putAll(struct(SpecTypes.HELMFILE));
        ValueMap definitions = new ValueMap();
        while (definitions.size() < wanted.size()) {
            for (SpecType type : List.copyOf(wanted)) {
                if (!definitions.containsKey(name(type))) {
                    definitions.put(name(type), struct(type));
                }
            }
        }
        root.put("definitions", definitions);
        return Json.writeIndented(root, "  ") + "\n";
    }

    private ValueMap struct(SpecType type) {
        ValueMap properties = new ValueMap();
        for (SpecField field : type.fields()) {
            properties.put(field.name(), schema(field.type()));
        }
        ValueMap schema = of("type", List.of("object", "null"));
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        return schema;
    }

    private Map<String, Object> schema(FieldType type) {
        if (type instanceof FieldType.Text) {
            return of("type", SCALARS);
        } else if (type instanceof FieldType.Flag) {
            return anyOf(
                    of("type", List.of("boolean", "null")), of("enum", List.of("yes", "no", "on", "off", "y", "n")));
        } else if (type instanceof FieldType.Whole || type instanceof FieldType.Decimal) {
            return of("type", List.of("number", "null"));
        } else if (type instanceof FieldType.Texts) {
            return list(of("type", SCALARS));
        } else if (type instanceof FieldType.TextMap) {
            return mapping(of("type", SCALARS));
        } else if (type instanceof FieldType.Any) {
            return new ValueMap();
        } else if (type instanceof FieldType.AnyList) {
            return list(new ValueMap());
        } else if (type instanceof FieldType.ValuesList || type instanceof FieldType.MapsOrPaths) {
            return list(of("type", List.of("object", "string", "null")));
        } else if (type instanceof FieldType.TextOrTexts) {
            return anyOf(of("type", SCALARS), list(of("type", SCALARS)));
        } else if (type instanceof FieldType.Struct struct) {
            return reference(struct.type());
        } else if (type instanceof FieldType.Structs structs) {
            return structs(structs.type());
        } else if (type instanceof FieldType.StructMap structs) {
            return mapping(reference(structs.type()));
        }
        throw new AssertionError(type);
    }

    private Map<String, Object> structs(SpecType type) {
        if (type.equals(SpecTypes.INHERIT)) {
            return anyOf(list(reference(type)), reference(type));
        }
        if (type.equals(SpecTypes.SUB_HELMFILE)) {
            return list(anyOf(of("type", "string"), reference(type)));
        }
        return list(reference(type));
    }

    private ValueMap reference(SpecType wantedType) {
        SpecType type = wantedType.equals(SpecTypes.TEMPLATE) ? SpecTypes.RELEASE : wantedType;
        wanted.add(type);
        return of("$ref", "#/definitions/" + name(type));
    }

    private static String name(SpecType type) {
        return type.equals(SpecTypes.SUB_HELMFILE)
                ? "SubHelmfile"
                : type.goName().substring(type.goName().lastIndexOf('.') + 1);
    }

    private static ValueMap list(Map<String, Object> items) {
        ValueMap schema = of("type", List.of("array", "null"));
        schema.put("items", items);
        return schema;
    }

    private static ValueMap mapping(Map<String, Object> values) {
        ValueMap schema = of("type", List.of("object", "null"));
        schema.put("additionalProperties", values);
        return schema;
    }

    private static ValueMap anyOf(Map<String, Object> one, Map<String, Object> other) {
        return of("anyOf", List.of(one, other));
    }

    private static ValueMap of(String key, Object value) {
        ValueMap map = new ValueMap();
        map.put(key, value);
        return map;
    }
}
