package decs.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import decs.template.TemplateException;
import decs.template.TemplateSet;
import decs.template.gofmt.GoString;
import decs.template.language.TemplateOptions;
import decs.template.source.Source;
import decs.template.sprig.Sprig;
import java.util.List;

/** Lexer, parser and compiler. */
class ParserFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void anyTextIsParsedOrRefused(byte[] data) {
        try {
            TemplateSet.compile(List.of(Source.of("a.yaml", GoString.of(data))), TemplateOptions.of(Sprig.functions()));
        } catch (TemplateException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }
}
