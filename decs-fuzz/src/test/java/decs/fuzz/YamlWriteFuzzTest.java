package decs.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import decs.template.gofmt.GoString;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import decs.template.yaml.YamlException;

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
        assertEquals(value, Yaml.read(Source.of("b.yaml", Yaml.write(value))));
    }
}
