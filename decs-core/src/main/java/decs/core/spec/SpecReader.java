package decs.core.spec;

import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Suggestion;
import decs.template.value.ValueMap;
import decs.template.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes a YAML document by a {@link SpecType}: fields by name, values by type. All that is wrong is collected, each
 * with its place and the nearest known field, in the words of go-yaml's decoder.
 *
 * <p>Mirrors: yaml.v3 Decoder with KnownFields
 */
public final class SpecReader {
    private final boolean strict;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private Optional<Problem> keyProblem = Optional.empty();

    private SpecReader(boolean strict) {
        this.strict = strict;
    }

    /**
     * The fields that could be read, and what was wrong with the others.
     *
     * @param keyProblem a key in state values that is no text, which helmfile finds only after all else
     * @param notices what was read in an old form
     */
    public record Result(ValueMap fields, List<Problem> problems, Optional<Problem> keyProblem, List<String> notices) {
        public Result {
            notices = List.copyOf(notices);
            problems = List.copyOf(problems);
        }

        /** go-yaml's text for all problems, or the empty text. */
        public String goText() {
            if (problems.isEmpty()) {
                return "";
            }
            StringBuilder text = new StringBuilder("yaml: unmarshal errors:");
            for (Problem problem : problems) {
                text.append("\n  line ")
                        .append(problem.at().map(Position::line).orElse(0))
                        .append(": ")
                        .append(problem.message());
            }
            return text.toString();
        }
    }

    /**
     * Reads one document.
     *
     * @param strict whether unknown fields are problems
     */
    public static Result read(YamlNode document, SpecType type, boolean strict) {
        SpecReader reader = new SpecReader(strict);
        ValueMap fields = document == null || isNull(document) ? new ValueMap() : reader.struct(document, type);
        return new Result(fields, reader.problems, reader.keyProblem, reader.notices);
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.isNull();
    }

    private ValueMap struct(YamlNode node, SpecType type) {
        ValueMap fields = new ValueMap();
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problem(node, type.goName());
            return fields;
        }
        if (!mapping.repeated().isEmpty()) {
            problems.addAll(mapping.repeated());
            return fields;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            type.field(entry.keyText())
                    .ifPresentOrElse(field -> read(entry.value(), field, fields), () -> unknown(entry, type));
        }
        return fields;
    }

    private void unknown(YamlNode.Entry entry, SpecType type) {
        if (!strict) {
            return;
        }
        Problem problem =
                Problem.at(entry.keyNode().at(), "field " + entry.key() + " not found in type " + type.goName());
        problems.add(Suggestion.nearest(entry.key(), type.names())
                .map(near -> problem.withHint("did you mean " + near + "?"))
                .orElse(problem));
    }

    private void read(YamlNode node, SpecField field, ValueMap into) {
        if (isNull(node) && !(field.type() instanceof FieldType.Any)) {
            return;
        }
        Object value = value(node, field);
        if (value != null) {
            into.put(field.name(), value, node.at());
        }
    }

    private Object value(YamlNode node, SpecField field) {
        FieldType type = field.type();
        if (type instanceof FieldType.Text) {
            return text(node);
        } else if (type instanceof FieldType.Flag) {
            return flag(node);
        } else if (type instanceof FieldType.Whole) {
            return node.value() instanceof Number number ? (Object) number.intValue() : wrong(node, "int");
        } else if (type instanceof FieldType.Decimal) {
            return node.value() instanceof Number number ? number : wrong(node, "float32");
        } else if (type instanceof FieldType.Texts) {
            return list(node, "[]string", this::text);
        } else if (type instanceof FieldType.TextMap) {
            return map(node, "map[string]string", this::text);
        } else if (type instanceof FieldType.Any) {
            return any(node);
        } else if (type instanceof FieldType.AnyList || type instanceof FieldType.MapsOrPaths) {
            return list(node, "[]interface {}", this::any);
        } else if (type instanceof FieldType.ValuesList) {
            return list(node, "[]interface {}", this::values);
        } else if (type instanceof FieldType.TextOrTexts) {
            return node instanceof YamlNode.Sequence ? list(node, "[]string", this::text) : text(node);
        } else if (type instanceof FieldType.Struct struct) {
            return struct(node, struct.type());
        } else if (type instanceof FieldType.Structs structs) {
            return structs(node, structs.type());
        } else if (type instanceof FieldType.StructMap structs) {
            return map(
                    node,
                    "map[string]" + structs.type().goName(),
                    item -> isNull(item) ? new ValueMap() : struct(item, structs.type()));
        }
        throw new AssertionError(type);
    }

    private Object any(YamlNode node) {
        problems.addAll(node.duplicates());
        return node.value();
    }

    private Object values(YamlNode node) {
        keyProblem = keyProblem.or(() -> TextKeys.find(node, false));
        return any(node);
    }

    /** {@code inherit}: a list or, in an old form, one struct; whatever is wrong with a list counts as no struct. */
    private List<Object> inherits(YamlNode node) {
        SpecReader list = new SpecReader(strict);
        List<Object> structs = list.list(node, "[]state.Inherit", item -> list.struct(item, SpecTypes.INHERIT));
        if (list.problems.isEmpty()) {
            return structs;
        }
        if (node instanceof YamlNode.Mapping) {
            ValueMap one = struct(node, SpecTypes.INHERIT);
            notices.add("releases[].inherit of map({Template:" + new Fields(one).text("template") + " Except:["
                    + String.join(" ", new Fields(one).texts("except"))
                    + "]}) has been deprecated and will be removed in v0.152.0. Wrap it into an array: yaml: unmarshal"
                    + " errors:\n  line " + node.at().line() + ": "
                    + list.problems.get(0).message());
            return List.of(one);
        }
        Problem first = list.problems.get(0);
        String hint = first.message() + first.hint().map(more -> "; " + more).orElse("");
        problems.add(Problem.at(node.at(), "cannot unmarshal " + shown(node) + " into state.Inherit")
                .withHint(node instanceof YamlNode.Sequence ? hint : "write a list: inherit: [{template: NAME}]"));
        return List.of();
    }

    private List<Object> structs(YamlNode node, SpecType type) {
        if (type.equals(SpecTypes.INHERIT)) {
            return inherits(node);
        }
        return list(node, "[]" + type.goName(), item -> {
            if (type.goName().equals(SpecTypes.SUB_HELMFILE.goName()) && item instanceof YamlNode.Scalar path) {
                ValueMap entry = new ValueMap();
                entry.put("path", path.text(), path.at());
                return entry;
            }
            return isNull(item) ? new ValueMap() : struct(item, type);
        });
    }

    private Object text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? (scalar.isNull() ? "" : scalar.text()) : wrong(node, "string");
    }

    private Object flag(YamlNode node) {
        Object value = node.value();
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            switch (text) { // YAML 1.1's words, quoted or not
                case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> {
                    return true;
                }
                case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> {
                    return false;
                }
                default -> {}
            }
        }
        return wrong(node, "bool");
    }

    /** How one item of a list or map is read. */
    private interface Item {
        Object read(YamlNode node);
    }

    private List<Object> list(YamlNode node, String goType, Item item) {
        List<Object> values = new ArrayList<>();
        if (!(node instanceof YamlNode.Sequence sequence)) {
            wrong(node, goType);
            return values;
        }
        for (YamlNode element : sequence.items()) {
            Object value = item.read(element);
            if (value != null || isNull(element)) {
                values.add(value);
            }
        }
        return values;
    }

    private Map<String, Object> map(YamlNode node, String goType, Item item) {
        ValueMap values = new ValueMap();
        if (!(node instanceof YamlNode.Mapping mapping)) {
            wrong(node, goType);
            return values;
        }
        if (!mapping.repeated().isEmpty()) {
            problems.addAll(mapping.repeated());
            return values;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            Object value = item.read(entry.value());
            if (value != null) {
                values.put(entry.keyText(), value, entry.value().at());
            }
        }
        return values;
    }

    private Object wrong(YamlNode node, String goType) {
        problem(node, goType);
        return null;
    }

    private void problem(YamlNode node, String goType) {
        Problem problem = Problem.at(node.at(), "cannot unmarshal " + shown(node) + " into " + goType);
        problems.add(problem.withHint(
                looksLikeTemplate(node)
                        ? "text in {{ }} is rendered only in files whose names end in .gotmpl; quote it to keep it"
                        : "wanted here: " + inWords(goType)));
    }

    /** An unquoted {@code {{ x }}} is a mapping with a mapping as its key. */
    private static boolean looksLikeTemplate(YamlNode node) {
        return node instanceof YamlNode.Mapping mapping
                && mapping.entries().stream().anyMatch(entry -> entry.keyNode() instanceof YamlNode.Mapping);
    }

    private static String inWords(String goType) {
        return switch (goType) {
            case "string" -> "text";
            case "bool" -> "true or false";
            case "int" -> "a whole number";
            case "float32" -> "a number";
            case "[]string" -> "a list of texts";
            case "map[string]string" -> "a mapping of names to texts";
            case "[]interface {}" -> "a list";
            default -> goType.startsWith("[]") ? "a list of mappings" : "a mapping";
        };
    }

    private static String shown(YamlNode node) {
        if (node instanceof YamlNode.Mapping) {
            return "!!map";
        }
        if (node instanceof YamlNode.Sequence) {
            return "!!seq";
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) node;
        Object value = node.value();
        String tag = value == null
                ? "!!null"
                : value instanceof Boolean
                        ? "!!bool"
                        : value instanceof Integer || value instanceof Long
                                ? "!!int"
                                : value instanceof Double ? "!!float" : "!!str";
        String text = scalar.text().length() > 10 ? scalar.text().substring(0, 7) + "..." : scalar.text();
        return text.isEmpty() ? tag : tag + " `" + text + "`";
    }
}
