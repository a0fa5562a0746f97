package decs.template.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import decs.template.source.Source;
import decs.template.value.SetExpression;
import decs.template.value.ValueMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever the text, readers give a value or a failure of their own, and what was written is read back. */
@Tag("fuzz")
class HostileTextTest {
    private static final List<String> PIECES = List.of(
            "a",
            "b: ",
            ": ",
            ":",
            "- ",
            "-",
            "? ",
            "\n",
            "\n  ",
            "\n    ",
            "\t",
            " ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "&x ",
            "*x",
            "<<: *x",
            "!!str ",
            "!!int ",
            "!t ",
            "|",
            ">-",
            "|2",
            "'",
            "\"",
            "\\x41",
            "\\",
            "#",
            "# c",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "~",
            "null",
            "yes",
            "0x1F",
            "1e3",
            ".inf",
            "2001-01-01",
            "0o7",
            "\u0085",
            "\uFEFF",
            "\u2028",
            "é",
            "\0",
            "\uDC80",
            "\uD83D\uDE00",
            "@",
            "`",
            "=",
            "\\.",
            "[0]",
            "[1].",
            "a.b",
            "a[70000]=1",
            "\\,");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Property
    void yamlIsReadOrRefused(@ForAll("texts") String text) {
        try {
            Yaml.readAll(Source.of("a.yaml", text));
        } catch (YamlException refused) {
            assertNotNull(refused.getMessage());
        }
    }

    @Property
    void yaml12IsReadOrRefused(@ForAll("texts") String text) {
        try {
            Yaml.readAllV3(Source.of("a.yaml", text));
        } catch (YamlException refused) {
            assertNotNull(refused.getMessage());
        }
    }

    @Property
    void jsonIsReadOrRefused(@ForAll("texts") String text) {
        try {
            Json.read(text);
        } catch (YamlException refused) {
            assertNotNull(refused.getMessage());
        }
    }

    @Property
    void tomlIsReadOrRefused(@ForAll("texts") String text) {
        try {
            Toml.read(Source.of("a.toml", text));
        } catch (YamlException refused) {
            assertNotNull(refused.getMessage());
        }
    }

    @Property
    void assignmentsAreReadOrRefused(@ForAll("texts") String text) {
        try {
            SetExpression.set(text, new ValueMap());
            SetExpression.setString(text, new ValueMap());
            SetExpression.setLiteral(text, new ValueMap());
        } catch (decs.template.source.DecsException refused) {
            assertNotNull(refused.getMessage());
        }
    }

    /** Characters that YAML cannot hold are left out: for those Helm writes nothing at all. */
    @Provide
    Arbitrary<String> words() {
        return texts().map(text -> text.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F\u0085\u2028\uFEFF\uDC80]", ""));
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("words") String key, @ForAll("words") String value) {
        ValueMap map = new ValueMap();
        map.put(key, value);
        map.put("list", List.of(value, 1.5, true));
        assertEquals(map, Yaml.read(Source.of("a.yaml", Yaml.write(map))));
    }
}
