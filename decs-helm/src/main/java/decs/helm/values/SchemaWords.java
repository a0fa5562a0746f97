package decs.helm.values;

import decs.template.gofmt.GoString;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What Helm says of one keyword of a schema that does not hold. */
final class SchemaWords {
    private static final List<String> TYPES =
            List.of("null", "boolean", "number", "integer", "string", "array", "object");

    private SchemaWords() {}

    static String of(String keyword, List<JsonSchema.Failure> failures) {
        JsonSchema.Failure failure = failures.get(0);
        Object found = failure.found();
        Object wanted = failure.wanted();
        return switch (keyword) {
            case "type" -> "got " + type(found) + ", want " + types(wanted);
            case "required" -> required(found, wanted);
            case "enum" -> oneOf(wanted);
            case "const" -> isPlain(wanted) ? "value must be " + shown(wanted) : "'const' failed";
            case "minLength", "maxLength" ->
                counted(keyword, text(found).codePointCount(0, text(found).length()), wanted);
            case "minItems", "maxItems" -> counted(keyword, ((List<?>) found).size(), wanted);
            case "minProperties", "maxProperties" -> counted(keyword, ((Map<?, ?>) found).size(), wanted);
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
                (found.equals(wanted) ? exclusive(keyword) : keyword) + ": got " + Json.write(found) + ", want "
                        + Json.write(wanted);
            case "pattern" -> shown(found) + " does not match pattern " + shown(wanted);
            case "format" ->
                shown(found) + " is not valid " + wanted + FormatWords.reason(text(found), String.valueOf(wanted));
            case "uniqueItems" -> equalItems(found);
            case "additionalProperties", "unevaluatedProperties" -> unknown(failures);
            case "additionalItems", "unevaluatedItems" -> "last " + failures.size() + " additionalItem(s) not allowed";
            case "contains" -> "no items match contains schema";
            case "propertyNames" -> "invalid propertyName " + shown(failure.property());
            case "dependencies", "dependentRequired" -> dependent(found, wanted);
            case "not" -> "'not' failed";
            default -> Boolean.FALSE.equals(wanted) ? "false schema" : "'" + keyword + "' failed";
        };
    }

    /** Which branches of a {@code oneOf} hold, when more than one does. */
    static String matched(List<JsonSchema.Failure> failures) {
        List<Object> arguments = failures.get(0).arguments();
        String indexes = arguments.stream().skip(1).map(String::valueOf).collect(Collectors.joining(", "));
        return ", subschemas " + indexes + " matched";
    }

    /** The keyword that draft 4 puts beside a limit which may not be reached itself. */
    private static String exclusive(String keyword) {
        return switch (keyword) {
            case "minimum" -> "exclusiveMinimum";
            case "maximum" -> "exclusiveMaximum";
            default -> keyword;
        };
    }

    private static String counted(String keyword, int found, Object wanted) {
        return keyword + ": got " + found + ", want " + Json.write(wanted);
    }

    private static String text(Object found) {
        return found instanceof String text ? text : "";
    }

    private static String required(Object found, Object wanted) {
        List<String> missing = new ArrayList<>();
        for (Object name : (List<?>) wanted) {
            if (!(found instanceof Map<?, ?> map) || !map.containsKey(name)) {
                missing.add(shown(name));
            }
        }
        return (missing.size() == 1 ? "missing property " : "missing properties ") + String.join(", ", missing);
    }

    private static String unknown(List<JsonSchema.Failure> failures) {
        TreeSet<String> names = new TreeSet<>(GoString::compareBytes);
        for (JsonSchema.Failure failure : failures) {
            names.add(failure.property());
        }
        return "additional properties " + names.stream().map(SchemaWords::shown).collect(Collectors.joining(", "))
                + " not allowed";
    }

    private static String dependent(Object found, Object wanted) {
        if (found instanceof Map<?, ?> map && wanted instanceof Map<?, ?> rules) {
            for (Map.Entry<?, ?> rule : rules.entrySet()) {
                if (map.containsKey(rule.getKey()) && rule.getValue() instanceof List<?> names) {
                    String missing = names.stream()
                            .filter(name -> !map.containsKey(name))
                            .map(SchemaWords::shown)
                            .collect(Collectors.joining(", "));
                    if (!missing.isEmpty()) {
                        return "properties " + missing + " required, if " + shown(rule.getKey()) + " exists";
                    }
                }
            }
        }
        return "'dependencies' failed";
    }

    private static String equalItems(Object found) {
        List<?> items = (List<?>) found;
        for (int i = 1; i < items.size(); i++) {
            int first = items.indexOf(items.get(i));
            if (first < i) {
                return "items at " + first + " and " + i + " are equal";
            }
        }
        return "'uniqueItems' failed";
    }

    private static String oneOf(Object wanted) {
        List<?> values = (List<?>) wanted;
        if (!values.stream().allMatch(SchemaWords::isPlain)) {
            return "'enum' failed";
        }
        String shown = values.stream().map(SchemaWords::shown).collect(Collectors.joining(", "));
        return (values.size() == 1 ? "value must be " : "value must be one of ") + shown;
    }

    private static boolean isPlain(Object value) {
        return !(value instanceof Map) && !(value instanceof List);
    }

    private static String shown(Object value) {
        if (value == null) {
            return "<nil>";
        }
        return value instanceof String text ? "'" + text.replace("'", "\\'") + "'" : Json.write(value);
    }

    private static String types(Object wanted) {
        if (!(wanted instanceof List<?> list)) {
            return String.valueOf(wanted);
        }
        return TYPES.stream().filter(list::contains).collect(Collectors.joining(" or "));
    }

    private static String type(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Number) {
            return "number";
        }
        if (value instanceof String) {
            return "string";
        }
        return value instanceof List ? "array" : "object";
    }
}
