package decs.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import decs.template.gofmt.GoString;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import decs.template.yaml.YamlException;
import java.util.Map;
import java.util.Set;

/** The readers of YAML, in both dialects; a reader of some fields says the same as a reader of all. */
class YamlReadFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void anyTextIsReadOrRefused(byte[] data) {
        Source source = Source.of("a.yaml", GoString.of(data));
        try {
            Yaml.readAllV3(source);
        } catch (YamlException refused) {
            // YAML 1.2 refuses other texts than 1.1
        }
        Object whole;
        try {
            whole = Yaml.readTyped(source);
        } catch (YamlException refused) {
            YamlException again = assertThrows(YamlException.class, () -> Yaml.readFields(source, Set.of("a")));
            assertEquals(refused.getMessage(), again.getMessage());
            return;
        }
        Object part = Yaml.readFields(source, Set.of("a"));
        if (whole instanceof Map<?, ?> fields) {
            assertEquals(fields.get("a"), ((Map<?, ?>) part).get("a"));
        }
    }
}
