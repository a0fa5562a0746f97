package decs.template.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.template.source.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "a: 1 ¦ {\"a\":1}",
                "on: push ¦ {\"true\":\"push\"}",
                "a: 010 ¦ {\"a\":8}",
                "a: 1_000 ¦ {\"a\":1000}",
                "a: 12:30 ¦ {\"a\":\"12:30\"}",
                "a: 2020-01-01 ¦ {\"a\":\"2020-01-01\"}",
                "a: [1, x, null, ~] ¦ {\"a\":[1,\"x\",null,null]}",
                "1: a ¦ {\"1\":\"a\"}",
                "a: &x {b: 1}\\nc: {<<: *x, d: 2} ¦ {\"a\":{\"b\":1},\"c\":{\"b\":1,\"d\":2}}",
            })
    void readsAsHelm(String yaml, String json) {
        Object tree = Yaml.read(Source.of("t", yaml.replace("\\n", "\n")));
        assertEquals(json, Json.write(tree));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "[1,2] ¦ - 1\\n- 2\\n",
                "{\"a\":[1]} ¦ a:\\n- 1\\n",
                "[[1,2],3] ¦ - - 1\\n  - 2\\n- 3\\n",
                "[{\"k\":\"v\",\"l\":1}] ¦ - k: v\\n  l: 1\\n",
                "{\"a\":\"yes\",\"b\":\"1\",\"c\":\"{{ x }}\",\"d\":\"\"} ¦ a: \"yes\"\\n"
                        + "b: \"1\"\\n"
                        + "c: '{{ x }}'\\n"
                        + "d: \"\"\\n",
                "\"a\\nb\" ¦ |-\\n  a\\n  b\\n",
                "{\"a\":\"x\\n\"} ¦ a: |\\n  x\\n",
                "{\"a2\":1,\"a10\":2,\"_x\":3} ¦ _x: 3\\na2: 1\\na10: 2\\n",
                "1000000 ¦ 1000000\\n",
                "1234567.5 ¦ 1.2345675e+06\\n",
                "{} ¦ {}\\n",
                "null ¦ null\\n",
                "{\"a\":{\"b\":[]}} ¦ a:\\n  b: []\\n"
            })
    void writesAsHelm(String json, String yaml) {
        assertEquals(yaml.replace("\\n", "\n"), Yaml.write(Json.read(json)));
    }

    /** A list is no key; numbers past 63 bits are shown as Go shows a uint64. */
    @Test
    void wideNumbersInKeysAreShown() {
        YamlException refused = assertThrows(
                YamlException.class, () -> Yaml.readTyped(Source.of("a.yaml", "? [10000000000000000000]\n: 1\n")));
        assertEquals(
                "error converting YAML to JSON: yaml: invalid map key: []interface {}{0x8ac7230489e80000}",
                refused.getMessage());
    }

    @Test
    void binaryTextIsBytes() {
        assertEquals("é", ((Map<?, ?>) Yaml.readV3(Source.of("a.yaml", "a: !!binary w6k=\n"))).get("a"));
        YamlException refused =
                assertThrows(YamlException.class, () -> Yaml.readV3(Source.of("a.yaml", "a: !!binary te yes\n")));
        assertEquals("yaml: !!binary value contains invalid base64 data", refused.getMessage());
        assertEquals(1, refused.problems().get(0).at().orElseThrow().line());
    }
}
