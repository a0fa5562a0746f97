package decs.helm.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.helm.chart.HelmVersion;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Odd assignments, as both Helms take them; {@code =} stands where Helm 4 does as Helm 3. */
class AssignmentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "set     | a[0]        | {\"a\":[]} | =",
                "set     | [1]         | {} | =",
                "set     | a[0][1]     | {\"a\":[]} | =",
                "set     | a[0].b[1]   | {\"a\":[]} | =",
                "set     | a.b[1]      | {\"a\":{\"b\":[]}} | =",
                "set     | a[0]=1,a[5] | {\"a\":[1]} | =",
                "set     | a[0]b=1     | failed parsing --set data: unexpected data at end of array index: ['b'] | =",
                "set     | a=\"x,y\"   | failed parsing --set data: key \"y\\\"\" has no value | =",
                "set     | a[1         | failed parsing --set data: error parsing index: EOF | {}",
                "literal | a[1         | failed parsing --set-literal data: error parsing index: EOF | {}",
                "json    | a[1         | failed parsing --set-json data a[1 | {}",
                "json    | [1]         | {} | =",
                "file    | a=nope      | failed parsing --set-file data: open nope: no such file or directory | =",
            })
    void odd(String flag, String expression, String helm3, String helm4) {
        assertEquals(helm3, outcome(flag, expression, HelmVersion.V3));
        assertEquals(helm4.equals("=") ? helm3 : helm4, outcome(flag, expression, HelmVersion.V4));
    }

    private static String outcome(String flag, String expression, HelmVersion version) {
        UserValues reader = new UserValues(version, file -> {
            throw new DecsException("open " + file + ": no such file or directory");
        });
        List<String> one = List.of(expression);
        List<String> none = List.of();
        try {
            return Json.write(reader.merge(new ValuesOptions(
                    none,
                    flag.equals("json") ? one : none,
                    flag.equals("set") ? one : none,
                    none,
                    flag.equals("file") ? one : none,
                    flag.equals("literal") ? one : none)));
        } catch (DecsException refused) {
            return refused.getMessage();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a: |\\n x\\n  y ~ {\"a\":\"x\\n y\"} ~ {\"a\":\"x\\n y\\n\"}",
                "a: >-\\n x ~ {\"a\":\"x\"} ~ {\"a\":\"x\"}",
                "a: x ~ {\"a\":\"x\"} ~ {\"a\":\"x\"}",
            })
    void theLastLineOfAFileEndsForHelm4(String file, String helm3, String helm4) {
        String text = file.replace("\\n", "\n");
        ValuesOptions options = ValuesOptions.of(List.of("v.yaml"), List.of());
        assertEquals(helm3, Json.write(new UserValues(HelmVersion.V3, name -> text).merge(options)));
        assertEquals(helm4, Json.write(new UserValues(HelmVersion.V4, name -> text).merge(options)));
    }
}
