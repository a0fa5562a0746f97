package decs.template.sprig;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.template.language.FunctionCall;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateFunction.Body0;
import decs.template.language.TemplateFunction.Body1;
import decs.template.language.TemplateFunction.Body2;
import decs.template.language.TemplateFunction.Body3;
import decs.template.language.TemplateFunction.BodyN;
import decs.template.language.TemplateFunction.BodyWithCall;
import decs.template.oracle.RecordedTable;
import decs.template.oracle.RecordedTable.Row;
import decs.template.source.Position;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SprigTest {
    private static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");

    static Stream<Row> recorded() {
        return Stream.of("strings", "numbers", "collections", "regex", "dates", "crypto", "encodings")
                .flatMap(table -> RecordedTable.rows(SprigTest.class, table + ".tsv").stream());
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void givesWhatSprigGives(Row row) {
        TemplateFunction function = Sprig.functions().find(row.function());
        assertEquals(row.result(), RecordedTable.outcome(args -> call(function.body(), args), row));
    }

    private static Object call(TemplateFunction.Body body, Object[] args) {
        if (body instanceof Body0 none) {
            return none.call();
        }
        if (body instanceof Body1 one) {
            return one.call(args[0]);
        }
        if (body instanceof Body2 two) {
            return two.call(args[0], args[1]);
        }
        if (body instanceof Body3 three) {
            return three.call(args[0], args[1], args[2]);
        }
        if (body instanceof BodyN many) {
            return many.call(args);
        }
        return ((BodyWithCall) body).call(new LoneCall(), args);
    }

    /** A call outside of any render. */
    private static final class LoneCall implements FunctionCall {
        @Override
        public Host host() {
            return new Host(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1), Map.of(), name -> "");
        }

        @Override
        public Object attachment() {
            return null;
        }

        @Override
        public Limits limits() {
            return Limits.defaults();
        }

        @Override
        public Position position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String include(String name, Object data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String tpl(String text, Object data) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void spend(long steps) {}
    }
}
