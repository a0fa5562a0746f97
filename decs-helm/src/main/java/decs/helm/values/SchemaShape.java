package decs.helm.values;

import decs.template.language.FunctionException;
import decs.template.sprig.GoRegex;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A quick look whether a schema is one: what it calls sound is. Anything that is not plainly so is left to the draft's own
 * metaschema, which takes a hundred times as long.
 */
final class SchemaShape {
    private static final Set<String> TYPES =
            Set.of("array", "boolean", "integer", "null", "number", "object", "string");
    private static final Set<String> TEXTS = Set.of(
            "$schema", "$comment", "title", "description", "format", "contentEncoding", "contentMediaType", "$ref");
    private static final Set<String> FLAGS = Set.of("uniqueItems", "readOnly", "writeOnly", "deprecated");
    private static final Set<String> COUNTS = Set.of(
            "maxLength",
            "minLength",
            "maxItems",
            "minItems",
            "maxProperties",
            "minProperties",
            "maxContains",
            "minContains");
    private static final Set<String> NUMBERS = Set.of("minimum", "maximum");
    private static final Set<String> SCHEMAS = Set.of(
            "additionalProperties",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties",
            "items");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> MAPS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> ANYTHING = Set.of("default", "const");
    private static final Set<String> ODD = Set.of(
            "$id",
            "id",
            "$anchor",
            "$dynamicAnchor",
            "$dynamicRef",
            "$recursiveRef",
            "$recursiveAnchor",
            "$vocabulary",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "additionalItems",
            "prefixItems",
            "contentSchema",
            "dependencies",
            "dependentRequired");

    private SchemaShape() {}

    static boolean isSound(Object schema) {
        return schema instanceof Map<?, ?> map
                && map.entrySet().stream().allMatch(entry -> isSound(String.valueOf(entry.getKey()), entry.getValue()));
    }

    private static boolean isSound(String keyword, Object value) {
        if (TEXTS.contains(keyword)) {
            return value instanceof String;
        }
        if (FLAGS.contains(keyword)) {
            return value instanceof Boolean;
        }
        if (COUNTS.contains(keyword)) {
            return value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() % 1 == 0;
        }
        if (NUMBERS.contains(keyword)) {
            return value instanceof Number;
        }
        if (SCHEMAS.contains(keyword)) {
            return isSound(value) || (value instanceof Boolean && keyword.equals("additionalProperties"));
        }
        if (LISTS.contains(keyword)) {
            return value instanceof List<?> list
                    && !list.isEmpty()
                    && list.stream().allMatch(SchemaShape::isSound);
        }
        if (MAPS.contains(keyword)) {
            return value instanceof Map<?, ?> map
                    && map.values().stream().allMatch(SchemaShape::isSound)
                    && (!keyword.equals("patternProperties")
                            || map.keySet().stream().allMatch(SchemaShape::isPattern));
        }
        return switch (keyword) {
            case "type" -> TYPES.contains(value) || isUnique(value, TYPES);
            case "required" -> isUnique(value, Set.of());
            case "enum" -> value instanceof List<?> list && isUniqueList(list);
            case "examples" -> value instanceof List;
            case "pattern" -> isPattern(value);
            default -> ANYTHING.contains(keyword) || !ODD.contains(keyword);
        };
    }

    /** Whether it is a list with texts in it, none of them twice; only those in {@code known} where that has any. */
    private static boolean isUnique(Object value, Set<String> known) {
        return value instanceof List<?> list
                && isUniqueList(list)
                && list.stream().allMatch(item -> item instanceof String && (known.isEmpty() || known.contains(item)));
    }

    private static boolean isUniqueList(List<?> list) {
        return !list.isEmpty() && new HashSet<Object>(list).size() == list.size();
    }

    private static boolean isPattern(Object value) {
        if (!(value instanceof String text)) {
            return false;
        }
        try {
            GoRegex.compile(text);
            return true;
        } catch (FunctionException bad) {
            return false;
        }
    }
}
