package decs.template.parse;

import static org.junit.jupiter.api.Assertions.assertFalse;

import decs.template.source.Source;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text, the parser gives a tree or a {@link ParseException}. */
class ArbitraryTextTest {
    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{{-",
            "-}}",
            " ",
            "\n",
            "\t",
            "(",
            ")",
            "|",
            ",",
            ".",
            "$",
            "$x",
            ":=",
            "=",
            "\"",
            "\"a\"",
            "`",
            "'",
            "'a'",
            "\\",
            "/*",
            "*/",
            "if",
            "else",
            "end",
            "range",
            "with",
            "define",
            "template",
            "block",
            "break",
            "continue",
            "nil",
            "true",
            "print",
            "nosuch",
            ".a",
            ".a-b",
            "0x1F",
            "1e3",
            "08",
            "1i",
            "-",
            "+",
            "é",
            "\0",
            "\uDC80",
            "\uD83D\uDE00",
            "@");

    private static final KnownFunctions PRINT = new KnownFunctions() {
        @Override
        public boolean contains(String name) {
            return name.equals("print");
        }

        @Override
        public List<String> names() {
            return List.of("print");
        }
    };

    @Property(tries = 5_000)
    void onlyParseExceptionsLeaveTheParser(@ForAll("texts") String text, @ForAll boolean hyphens) {
        try {
            TemplateParser.parse(Source.of("t", text), PRINT, hyphens);
        } catch (ParseException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    @Property(tries = 1_000)
    void anyCharactersDo(@ForAll String text) {
        onlyParseExceptionsLeaveTheParser("{{" + text, true);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces));
    }
}
