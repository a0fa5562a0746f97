package decs.helm.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.helm.chart.ChartFile;
import decs.template.yaml.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Helm 4.3.1 says of values that a schema refuses; {@code ;} stands for the end of a line. */
class SchemaWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"properties\":{\"a\":{\"minimum\":5,\"multipleOf\":2}}} ~ {\"a\":3}"
                        + " ~ - at '/a': minimum: got 3, want 5;- at '/a': multipleOf: got 3, want 2;",
                "{\"properties\":{\"a\":{\"minimum\":5,\"multipleOf\":2},\"b\":{\"type\":\"string\"}}} ~"
                        + " {\"a\":3,\"b\":1} ~ - at '/a': validation failed;  - at '/a': minimum: got 3, want 5;  - at"
                        + " '/a': multipleOf: got 3, want 2;- at '/b': got number, want string;",
                "{\"properties\":{\"a\":{\"pattern\":\"^x\",\"minLength\":5}}} ~ {\"a\":\"abc\"}"
                        + " ~ - at '/a': minLength: got 3, want 5;- at '/a': 'abc' does not match pattern '^x';",
                "{\"properties\":{\"a\":{\"enum\":[1,\"x\",null]}}} ~ {\"a\":\"q\"}"
                        + " ~ - at '/a': value must be one of 1, 'x', <nil>;",
                "{\"properties\":{\"a\":{\"items\":{\"type\":\"string\"},\"uniqueItems\":true,\"maxItems\":1}}}"
                        + " ~ {\"a\":[1,1]} ~ - at '/a': maxItems: got 2, want 1;- at '/a': items at 0 and 1 are equal;"
                        + "- at '/a/0': got number, want string;- at '/a/1': got number, want string;",
                "{\"properties\":{\"a\":{\"contains\":{\"const\":5},\"prefixItems\":[{\"type\":\"string\"}]}}}"
                        + " ~ {\"a\":[1]} ~ - at '/a/0': got number, want string;"
                        + "- at '/a': no items match contains schema;  - at '/a/0': value must be 5;",
                "{\"propertyNames\":{\"pattern\":\"^b\"}} ~ {\"a\":1}"
                        + " ~ - at '': invalid propertyName 'a';  - at '': 'a' does not match pattern '^b';",
                "{\"unevaluatedProperties\":false} ~ {\"a\":1} ~ - at '/a': false schema;",
                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\","
                        + "\"properties\":{\"a\":{\"maximum\":1,\"exclusiveMaximum\":true}}} ~ {\"a\":1}"
                        + " ~ - at '/a': exclusiveMaximum: got 1, want 1;",
                "{\"$ref\":\"#/$defs/d\",\"$defs\":{\"d\":{\"properties\":{\"x\":{\"properties\":{\"a\":{\"type\":\"number\"},\"b\":{\"type\":\"number\"}}}}}}}"
                        + " ~ {\"x\":{\"a\":\"s\",\"b\":\"s\"}} ~ - at '': validation failed;  - at '/x/a': got string,"
                        + " want number;  - at '/x/b': got string, want number;",
                "{\"properties\":{\"p\":{\"$ref\":\"#/$defs/d\"},\"q\":{\"type\":\"number\"}},\"$defs\":{\"d\":{\"properties\":{\"x\":{\"properties\":{\"a\":{\"type\":\"number\"},\"b\":{\"type\":\"number\"}}}}}}}"
                        + " ~ {\"p\":{\"x\":{\"a\":\"s\",\"b\":\"s\"}},\"q\":\"s\"} ~ - at '/p': validation failed;  - at"
                        + " '/p/x/a': got string, want number;  - at '/p/x/b': got string, want number;- at '/q': got"
                        + " string, want number;",
                "{\"$ref\":\"#/nope\"} ~ {\"a\":1} ~ json-pointer in \"file:///values.schema.json#/nope\" not found",
                "{ ~ {\"a\":1} ~ unexpected EOF",
            })
    @SuppressWarnings("unchecked")
    void refusals(String schema, String values, String report) {
        String wrong = new ChartSchemas()
                .wrong(ChartFile.of("values.schema.json", schema), (Map<String, Object>) Json.read(values), false);
        assertEquals(report, wrong.replace("\n", ";"));
    }

    /** Recorded from Helm 4.3.1. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"required\":\"a\"} ~ 2020-12 ~ - at '': 'allOf' failed;  - at '/required': got string, want array",
                "{\"properties\":{\"a\":{\"type\":5}}} ~ 2020-12 ~ - at '': 'allOf' failed;  - at '/properties/a':"
                        + " 'allOf' failed;    - at '/properties/a/type': 'anyOf' failed;      - at '/properties/a/type':"
                        + " value must be one of 'array', 'boolean', 'integer', 'null', 'number', 'object', 'string';     "
                        + " - at '/properties/a/type': got number, want array",
                "{\"if\":1,\"then\":2} ~ 2020-12 ~ - at '': 'allOf' failed;  - at '': validation failed;    - at"
                        + " '/if': got number, want boolean or object;    - at '/then': got number, want boolean or"
                        + " object",
                "{\"patternProperties\":{\"(\":{}}} ~ 2020-12 ~ - at '': 'allOf' failed;  - at '/patternProperties':"
                        + " invalid propertyName '(';    - at '': '(' is not valid regex: error parsing regexp: missing"
                        + " closing ): ``(``",
                "{\"multipleOf\":0} ~ 2020-12 ~ - at '': 'allOf' failed;  - at '/multipleOf': exclusiveMinimum: got 0,"
                        + " want 0",
                "{\"$schema\":\"http://json-schema.org/draft-04/schema#\",\"required\":[]} ~ 04"
                        + " ~ - at '/required': minItems: got 0, want 1",
                "{\"$schema\":\"http://json-schema.org/draft-06/schema#\",\"properties\":{\"a\":{\"pattern\":\"(\"}}}"
                        + " ~ 06 ~ - at '/properties/a/pattern': '(' is not valid regex: error parsing regexp: missing"
                        + " closing ): ``(``",
                "[] ~ 2020-12 ~ - at '': got array, want boolean or object",
            })
    void schemasThatAreNone(String schema, String draft, String report) {
        String id = draft.startsWith("0")
                ? "http://json-schema.org/draft-" + draft + "/schema#"
                : "https://json-schema.org/draft/" + draft + "/schema#";
        String wrong = new ChartSchemas().wrong(ChartFile.of("values.schema.json", schema), Map.of("a", 1.0), false);
        String head =
                "\"file:///values.schema.json#\" is not valid against metaschema: jsonschema validation failed with '";
        assertEquals(head + id + "';" + report.replace("``", "`"), wrong.replace("\n", ";"));
    }

    @Test
    void allIsInTheTextAndTheFirstHundredHaveTheirPlace() {
        JsonSchema schema = JsonSchema.compile("{\"properties\":{\"a\":{\"items\":{\"type\":\"string\"}}}}", false);
        List<JsonSchema.Failure> failures = schema.validate(Map.of("a", Collections.nCopies(150, 1.0)));
        SchemaReport report = new SchemaReport(failures);
        assertEquals(150, report.text().lines().count());
        assertEquals(150, report.size());
        assertEquals(100, report.flaws(100).size());
        assertEquals(List.of("a", "99"), report.flaws(100).get(99).at());
    }
}
