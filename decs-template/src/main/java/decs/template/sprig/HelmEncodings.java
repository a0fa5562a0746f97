package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.STRING;

import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import decs.template.yaml.Toml;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Helm's encodings, laid over Sprig's: YAML and JSON that never fail on writing (the result is then empty) and tell their
 * reading errors as a value.
 */
public final class HelmEncodings {
    /** What stands in front of the message when a text is no mapping, or no list. */
    private static final String YAML_SHAPE = "error unmarshaling JSON: while decoding JSON: ";

    private static final String JSON_SHAPE = "";

    private HelmEncodings() {}

    /** What Helm 3 and Helm 4 both have. */
    public static FunctionTable common() {
        return FunctionTable.builder()
                .of("toYaml", ANY, value -> EncodingFunctions.orEmpty(() -> trimmed(Yaml.write(value))))
                .of("toYamlPretty", ANY, value -> EncodingFunctions.orEmpty(() -> trimmed(Yaml.writeV3(value))))
                .of("fromYaml", STRING, text -> map(YAML_SHAPE, () -> Yaml.read(Source.of("fromYaml", (String) text))))
                .of(
                        "fromYamlArray",
                        STRING,
                        text -> list(YAML_SHAPE, () -> Yaml.read(Source.of("fromYamlArray", (String) text))))
                .of("toJson", ANY, value -> EncodingFunctions.orEmpty(() -> Json.write(value)))
                .of("fromJson", STRING, text -> map(JSON_SHAPE, () -> Json.read((String) text)))
                .of("fromJsonArray", STRING, text -> list(JSON_SHAPE, () -> Json.read((String) text)))
                .of("toToml", ANY, HelmEncodings::toml)
                .of("fromToml", STRING, text -> map("", () -> Toml.read(Source.of("fromToml", (String) text))))
                .build();
    }

    /** What only Helm 4 has. */
    public static FunctionTable helm4() {
        return FunctionTable.builder()
                .of("mustToYaml", ANY, value -> EncodingFunctions.must(() -> trimmed(Yaml.write(value))))
                .of("mustToJson", ANY, value -> EncodingFunctions.must(() -> Json.write(value)))
                .of("mustToToml", ANY, value -> EncodingFunctions.must(() -> Toml.write(present(value))))
                .build()
                .plus(DurationFunctions.table());
    }

    /** TOML, or the complaint as text. */
    private static Object toml(Object value) {
        Object present = present(value);
        try {
            return Toml.write(present);
        } catch (DecsException bad) {
            return bad.getMessage();
        }
    }

    private static Object present(Object value) {
        if (value == null) {
            throw new FunctionException("reflect: call of reflect.Value.Type on zero Value");
        }
        return value;
    }

    private static String trimmed(String yaml) {
        return yaml.endsWith("\n") ? yaml.substring(0, yaml.length() - 1) : yaml;
    }

    private static Object map(String shapeError, EncodingFunctions.Work work) {
        ValueMap result = new ValueMap();
        try {
            Object tree = work.run();
            if (tree instanceof Map<?, ?>) {
                return tree;
            }
            if (tree != null) {
                result.put("Error", shapeError + wrongShape(tree, "map[string]interface {}"));
            }
        } catch (DecsException bad) {
            result.put("Error", bad.getMessage());
        }
        return result;
    }

    private static Object list(String shapeError, EncodingFunctions.Work work) {
        List<Object> result = new ArrayList<>();
        try {
            Object tree = work.run();
            if (tree instanceof List<?>) {
                return tree;
            }
            if (tree != null) {
                result.add(shapeError + wrongShape(tree, "[]interface {}"));
            }
        } catch (DecsException bad) {
            result.add(bad.getMessage());
        }
        return result;
    }

    private static String wrongShape(Object tree, String wanted) {
        String found = tree instanceof List<?>
                ? "array"
                : tree instanceof Map<?, ?>
                        ? "object"
                        : tree instanceof String ? "string" : tree instanceof Boolean ? "bool" : "number";
        return "json: cannot unmarshal " + found + " into Go value of type " + wanted;
    }
}
