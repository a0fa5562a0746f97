package decs.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.template.exec.TemplateCache;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.MissingKey;
import decs.template.language.TemplateOptions;
import decs.template.oracle.RecordedTable;
import decs.template.oracle.RecordedTable.Row;
import decs.template.source.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates run by Go's own engine: the output up to the end or the failure, and the failure's text. */
class RecordedTemplatesTest {
    private static final TemplateOptions OPTIONS = TemplateOptions.of(TemplateWorld.functions());
    private static final TemplateCache CACHE = TemplateCache.create();

    static Stream<Row> recorded() {
        return Stream.of(
                        "lexing.tsv",
                        "parsing.tsv",
                        "variables.tsv",
                        "fields.tsv",
                        "calls.tsv",
                        "options.tsv",
                        "random.tsv")
                .flatMap(table -> RecordedTable.rows(RecordedTemplatesTest.class, table).stream());
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void givesWhatGoGives(Row row) {
        MissingKey missingKey = row.function().equals("error") ? MissingKey.ERROR : MissingKey.ZERO;
        assertEquals(row.result(), RecordedTable.outcome(args -> run((String) args[0], missingKey), row));
    }

    private static String run(String template, MissingKey missingKey) {
        StringBuilder out = new StringBuilder();
        try {
            Source source = Source.of("a/b.yaml", template);
            TemplateSet.compile(List.of(source), OPTIONS.withMissingKey(missingKey), CACHE)
                    .render("a/b.yaml", TemplateWorld.data(), Host.system(), Limits.defaults(), out);
        } catch (TemplateException failed) {
            out.append("\nERR ").append(failed.getMessage());
        }
        return out.toString();
    }
}
