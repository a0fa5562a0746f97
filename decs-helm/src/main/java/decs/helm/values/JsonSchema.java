package decs.helm.values;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.RegularExpression;
import decs.template.language.FunctionException;
import decs.template.source.DecsException;
import decs.template.sprig.GoRegex;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** A compiled JSON schema. The only place that knows the validator's library. */
final class JsonSchema {
    private static final String LOCATION = "file:///values.schema.json";

    private static final Pattern UNRESOLVED = Pattern.compile("Reference (/\\S*) cannot be resolved");

    private static final String NEWEST = "json-schema.org/schema";

    /** Keywords evaluated for one set of values. */
    private static final long MOST_STEPS = 2_000_000;

    private static final SchemaRegistryConfig CONFIG = config().build();
    /** Formats count whatever the draft says: patterns in a schema have to be such. */
    private static final SchemaRegistryConfig ASSERTING =
            config().formatAssertionsEnabled(true).build();

    private final Schema schema;

    /** A keyword that does not hold: where in the schema it was met, where in the values, and both sides. */
    record Failure(
            List<String> evaluation,
            List<String> instance,
            Object wanted,
            Object found,
            String property,
            List<Object> arguments) {
        String keyword() {
            return evaluation.get(evaluation.size() - 1);
        }
    }

    private static SchemaRegistryConfig.Builder config() {
        return SchemaRegistryConfig.builder()
                .regularExpressionFactory(JsonSchema::expression)
                .executionContextCustomizer(
                        (run, schema) -> run.executionConfig(limits -> limits.maxEvaluationSteps(MOST_STEPS)));
    }

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Compiles a schema.
     *
     * @param remote whether it may refer to other files and addresses
     * @throws DecsException when the text is no schema
     */
    static JsonSchema compile(String text, boolean remote) {
        Object tree = Json.read(text);
        SpecificationVersion draft = draft(tree);
        if (!SchemaShape.isSound(tree)) {
            checkSchema(text, draft);
        }
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                draft, builder -> builder.schemaRegistryConfig(CONFIG).schemaLoader(loader -> {
                    if (remote) {
                        loader.fetchRemoteResources();
                    } else {
                        loader.block(address -> !address.toString().startsWith("classpath:")
                                && !address.toString().startsWith("https://json-schema.org/")
                                && !address.toString().startsWith("http://json-schema.org/"));
                    }
                }));
        try {
            Schema schema = registry.getSchema(SchemaLocation.of(LOCATION), named(tree, text, draft), InputFormat.JSON);
            schema.initializeValidators();
            return new JsonSchema(schema);
        } catch (SchemaException | FunctionException broken) {
            throw new DecsException(unresolved(broken.getMessage()), broken);
        } catch (StackOverflowError deep) {
            throw endless(deep);
        }
    }

    /** Holds a schema against its draft's own schema. */
    private static void checkSchema(String text, SpecificationVersion draft) {
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(draft, builder -> builder.schemaRegistryConfig(ASSERTING));
        String id = draft.getDialectId();
        Schema meta = registry.getSchema(SchemaLocation.of(id));
        List<Failure> failures = new JsonSchema(meta).failures(text);
        failures.removeIf(failure -> failure.keyword().equals("format") && !"regex".equals(failure.wanted()));
        String report = new SchemaReport(failures).text();
        if (!report.isEmpty()) {
            throw new DecsException(
                    "\"" + LOCATION + "#\" is not valid against metaschema: jsonschema validation failed with '" + id
                            + (id.endsWith("#") ? "" : "#") + "'\n" + report.stripTrailing());
        }
    }

    /** What a part of a schema says of a value when it is read alone; formats count if nothing else does. */
    static List<Failure> failuresAlone(String text, Object value) {
        List<Failure> failures = compile(text, false).validate(value);
        if (!failures.isEmpty()) {
            return failures;
        }
        SpecificationVersion draft = draft(Json.read(text));
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(draft, builder -> builder.schemaRegistryConfig(ASSERTING));
        return new JsonSchema(registry.getSchema(text, InputFormat.JSON)).validate(value);
    }

    /** Go's expressions, in linear time. */
    private static RegularExpression expression(String regex) {
        try {
            return GoRegex.compile(regex)::matches;
        } catch (FunctionException bad) {
            throw new FunctionException("'" + regex + "' is not valid regex: " + bad.getMessage(), bad);
        }
    }

    /** Helm's words for a reference that leads nowhere. */
    private static String unresolved(String message) {
        Matcher reference = UNRESOLVED.matcher(message);
        return reference.matches()
                ? "json-pointer in \"" + LOCATION + "#" + reference.group(1) + "\" not found"
                : "failing loading schema: " + message;
    }

    private static DecsException endless(StackOverflowError deep) {
        return new DecsException(
                "failing loading schema: its references lead in a circle, or it is nested too deeply", deep);
    }

    /** The schema under its draft's own name: {@code http://json-schema.org/schema#} stands for the newest draft. */
    private static String named(Object tree, String text, SpecificationVersion draft) {
        if (tree instanceof ValueMap map && map.get("$schema") instanceof String id && id.contains(NEWEST)) {
            ValueMap copy = new ValueMap(map);
            copy.put("$schema", draft.getDialectId());
            return Json.write(copy);
        }
        return text;
    }

    private static SpecificationVersion draft(Object tree) {
        if (tree instanceof Map<?, ?> map && map.get("$schema") instanceof String id) {
            String known = id.endsWith("#") ? id.substring(0, id.length() - 1) : id;
            for (SpecificationVersion version : SpecificationVersion.values()) {
                String dialect = version.getDialectId();
                if (dialect.equals(known) || dialect.equals(known + "#")) {
                    return version;
                }
            }
        }
        return SpecificationVersion.DRAFT_2020_12;
    }

    /** Which keywords do not hold for {@code values}; empty when they are valid. */
    List<Failure> validate(Object values) {
        return failures(Json.write(values));
    }

    private List<Failure> failures(String json) {
        List<Failure> failures = new ArrayList<>();
        IdentityHashMap<Object, Object> schemas = new IdentityHashMap<>(); // one keyword may be broken by many values
        try {
            for (Error error : schema.validate(json, InputFormat.JSON)) {
                failures.add(new Failure(
                        path(error.getEvaluationPath()),
                        path(error.getInstanceLocation()),
                        error.getSchemaNode() == null
                                ? null
                                : schemas.computeIfAbsent(error.getSchemaNode(), JsonSchema::tree),
                        tree(error.getInstanceNode()),
                        error.getProperty() == null ? "" : error.getProperty(),
                        error.getArguments() == null ? List.of() : Arrays.asList(error.getArguments())));
            }
        } catch (SchemaException unresolved) {
            throw new DecsException(unresolved(unresolved.getMessage()), unresolved);
        } catch (ValidationLimitExceededException many) {
            throw new DecsException(
                    "failing loading schema: more than " + many.getLimit() + " steps to validate", many);
        } catch (JacksonException deep) {
            throw new DecsException("failing loading schema: the values are nested too deeply to be checked", deep);
        } catch (StackOverflowError deep) {
            throw endless(deep);
        } catch (OutOfMemoryError many) {
            throw new DecsException("failing loading schema: what it finds is more than the heap holds", many);
        }
        return failures;
    }

    private static List<String> path(NodePath path) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            parts.add(path.getName(i));
        }
        return parts;
    }

    private static Object tree(Object node) {
        return node == null ? null : Json.read(node.toString());
    }
}
