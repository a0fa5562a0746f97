package decs.template.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What decs writes as YAML, a reader that knows nothing of decs or Go reads as the same values. */
class IndependentReaderTest {
    @Property(tries = 2_000)
    void readsWhatIsWritten(@ForAll("trees") Object tree) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        assertEquals(plain(tree), plain(new Load(settings).loadFromString(Yaml.write(tree))));
    }

    @Provide
    Arbitrary<Object> trees() {
        Arbitrary<Object> texts = Arbitraries.strings()
                .withChars("aB: -#'\"{}[],&*!|>%@`\\\n\té世~=?.0")
                .ofMaxLength(12)
                .map(text -> text);
        Arbitrary<Object> words = Arbitraries.of(
                "", "null", "true", "no", "12", "1.5", "1e3", "0x1F", "-", "- a", "a: b", "# c", "2001-01-01", ".inf");
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                texts,
                words,
                Arbitraries.of(true, false),
                Arbitraries.integers().map(Integer::doubleValue));
        return nested(nested(leaves));
    }

    private static Arbitrary<Object> nested(Arbitrary<Object> inner) {
        Arbitrary<String> keys = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5);
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(keys, inner).ofMaxSize(3).map(map -> map));
    }

    /** Numbers by value: the two sides have them in other types. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            map.forEach((key, each) -> plain.put(key, plain(each)));
            return plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(IndependentReaderTest::plain).collect(Collectors.toCollection(ArrayList::new));
        }
        return value instanceof Number number ? number.doubleValue() : value;
    }
}
