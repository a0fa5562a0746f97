package decs.template.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.template.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** TOML against texts and trees whose results were recorded from github.com/BurntSushi/toml v1.6.0. */
class TomlTest {
    static Stream<Map<?, ?>> recorded() throws IOException {
        try (InputStream in = TomlTest.class.getResourceAsStream("toml.jsonl")) {
            String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines().<Map<?, ?>>map(line -> (Map<?, ?>) Json.read(line)).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void equalsRecording(Map<?, ?> row) {
        String text = (String) row.get("text");
        if (row.containsKey("error")) {
            YamlException failure = assertThrows(YamlException.class, () -> run(row, text));
            assertEquals(row.get("error"), failure.getMessage());
        } else {
            assertEquals(row.get("want"), run(row, text));
        }
    }

    private static String run(Map<?, ?> row, String text) {
        return Toml.write(row.get("op").equals("write") ? Json.read(text) : Toml.read(Source.of("a.toml", text)));
    }

    @Property
    void refusesOnlyByYamlException(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({
                        '[', ']', '{', '}', '=', ',', '.', '"', '\'', '#', '\n', ' ', '-', '+', '_', ':', 'x', 'e', 'i',
                        'n', 'f', '0', '1', '7', '9', '\\', 'T', 't'
                    })
                    @CharRange(from = 'a', to = 'c')
                    String text) {
        try {
            Toml.read(Source.of("a.toml", text));
        } catch (YamlException refused) {
            assertEquals("toml: ", refused.getMessage().substring(0, 6));
        }
    }
}
