package decs.testing.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.template.yaml.Json;
import decs.testing.suite.SuiteException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuePathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a | {\"a\":1}",
                "a.b | {\"a\":{\"b\":1}}",
                "a[0] | {\"a\":[1]}",
                "a[2].b | {\"a\":[null,null,{\"b\":1}]}",
                "a[1][0] | {\"a\":[null,[1]]}",
                "[a.b/c] | {\"a.b/c\":1}",
                "a.[b.c].d | {\"a\":{\"b.c\":{\"d\":1}}}",
                "a.[b.c][1] | {\"a\":{\"b.c\":[null,1]}}",
            })
    void leadsTo(String path, String tree) {
        assertEquals(tree, Json.write(ValuePath.of(path).tree(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | set path is empty",
                "a=b | invalid token found =",
                "a,b | invalid token found ,",
                "a[x] | strconv.Atoi: parsing \"x\": invalid syntax",
                "a[1.2] | missing index value",
                "a[1 | unexpected end of",
                "a. | unexpected end of",
                "a] | invalid key ]",
                "a[1]] | invalid denotation token ]",
                "[a[b] | invalid escaping token [",
            })
    void isRefused(String path, String why) {
        assertEquals(
                why,
                assertThrows(SuiteException.class, () -> ValuePath.of(path)).getMessage());
    }
}
