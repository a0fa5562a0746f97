package decs.helm.values;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks values against the values.schema.json of a chart and of its subcharts. Compiled schemas are kept; charts without
 * one never touch the validator. Safe to share between threads.
 *
 * <p>Mirrors: chartutil.ValidateAgainstSchema
 */
public final class ChartSchemas {
    private static final int MOST_KEPT = 500;
    private static final String HEAD =
            "values don't meet the specifications of the schema(s) in the following chart(s):\n";

    private final Map<Key, JsonSchema> compiled = new ConcurrentHashMap<>();

    private record Key(String text, boolean remote) {}

    public ChartSchemas() {}

    /**
     * Checks the final values of a tree of charts.
     *
     * @param remote whether schemas may refer to files and addresses outside of the chart
     * @throws ChartException with one block for each chart whose values are wrong
     */
    public void check(Chart chart, Map<String, Object> values, boolean remote) {
        StringBuilder text = new StringBuilder();
        List<Problem> problems = new ArrayList<>();
        check(chart, values, remote, text, problems);
        if (!text.isEmpty()) {
            throw new ChartException(HEAD + text, problems, null);
        }
    }

    private void check(
            Chart chart, Map<String, Object> values, boolean remote, StringBuilder text, List<Problem> problems) {
        chart.schema().ifPresent(schema -> {
            String wrong = wrong(schema, values, remote);
            if (!wrong.isEmpty()) {
                text.append(chart.name()).append(":\n").append(wrong);
                Source source = Source.of(chart.name() + "/" + schema.name(), schema.text());
                problems.add(Problem.at(
                                source.at(0),
                                "values of chart " + chart.name() + " are not as the schema says:\n"
                                        + wrong.stripTrailing())
                        .withHint("--skip-schema-validation renders all the same"));
            }
        });
        for (Chart subchart : chart.subcharts()) {
            ValuePath.mapping(values.get(subchart.name()))
                    .ifPresent(own -> check(subchart, own, remote, text, problems));
        }
    }

    private String wrong(ChartFile schema, Map<String, Object> values, boolean remote) {
        try {
            List<JsonSchema.Failure> failures = compile(schema.text(), remote).validate(values);
            return failures.isEmpty() ? "" : SchemaReport.of(failures);
        } catch (DecsException broken) {
            String message = broken.getMessage();
            return (message.equals("unexpected end of JSON input") ? "unexpected EOF" : message) + "\n";
        }
    }

    private JsonSchema compile(String text, boolean remote) {
        if (compiled.size() > MOST_KEPT) {
            compiled.clear();
        }
        Key key = new Key(text, remote);
        JsonSchema known = compiled.get(key);
        if (known == null) {
            known = JsonSchema.compile(text, remote);
            compiled.put(key, known);
        }
        return known;
    }
}
