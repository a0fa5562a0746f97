package decs.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import decs.template.gofmt.GoString;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import decs.template.yaml.YamlException;
import java.util.List;
import java.util.Map;

/** What is written reads back as what it was. */
class YamlWriteFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void whatIsWrittenIsReadBack(byte[] data) {
        Object value;
        try {
            value = Yaml.read(Source.of("a.yaml", GoString.of(data)));
        } catch (YamlException refused) {
            return;
        }
        if (isKept(value)) {
            assertEquals(value, Yaml.read(Source.of("b.yaml", Yaml.write(value))));
        }
    }

    /**
     * Go's library refuses some control characters and those that are none, writes the next-line one as a space, folds keys at
     * the separators of lines, and forgets the sign of zero.
     */
    private static boolean isKept(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().allMatch(entry -> isKept(entry.getKey()) && isKept(entry.getValue()));
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(YamlWriteFuzzTest::isKept);
        }
        return value instanceof String text
                ? text.chars().noneMatch(c -> (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c >= 0xFFFE)
                : !Double.valueOf(-0.0).equals(value);
    }
}
