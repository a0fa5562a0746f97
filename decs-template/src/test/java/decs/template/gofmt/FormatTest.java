package decs.template.gofmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.template.oracle.RecordedTable;
import decs.template.oracle.RecordedTable.Row;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatTest {
    static Stream<Row> recorded() {
        return Stream.of("printf.tsv", "floats.tsv", "quotes.tsv", "times.tsv", "durations.tsv")
                .flatMap(table -> RecordedTable.rows(FormatTest.class, table).stream());
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void givesWhatGoGives(Row row) {
        assertEquals(row.result(), outcome(row));
    }

    /** The row's call in Java. */
    static String outcome(Row row) {
        return RecordedTable.outcome(args -> call(row.function(), Arrays.asList(args)), row);
    }

    private static Object call(String function, List<Object> args) {
        return switch (function) {
            case "printf" ->
                GoFormat.sprintf(
                        (String) args.get(0), args.subList(1, args.size()).toArray());
            case "print" -> GoFormat.sprint(args.toArray());
            case "println" -> GoFormat.sprintln(args.toArray());
            case "quote" -> GoFormat.quote((String) args.get(0));
            case "quoteASCII" -> GoFormat.quoteToAscii((String) args.get(0));
            case "floatFormat" ->
                GoFloat.format((Double) args.get(0), ((String) args.get(1)).charAt(0), (Integer) args.get(2));
            case "float32Format" ->
                GoFloat.format32(
                        ((Double) args.get(0)).floatValue(), ((String) args.get(1)).charAt(0), (Integer) args.get(2));
            case "jsonFloat" -> GoFloat.json((Double) args.get(0));
            case "timeParse" -> GoTime.parse((String) args.get(0), (String) args.get(1), ZoneOffset.UTC);
            case "timeFormat" ->
                ((GoTime) args.get(1))
                        .in(GoZone.load((String) args.get(2), ZoneOffset.UTC).orElseThrow())
                        .format((String) args.get(0));
            case "durationParse" -> GoDuration.parse((String) args.get(0));
            case "typeOf" -> GoTypes.typeName(args.get(0));
            case "kindOf" -> GoTypes.kind(args.get(0));
            default -> throw new IllegalArgumentException(function);
        };
    }
}
