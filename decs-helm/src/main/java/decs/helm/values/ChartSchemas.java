package decs.helm.values;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import decs.template.source.DecsException;
import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks values against the values.schema.json of a chart and of its subcharts. Compiled schemas are kept; charts without
 * one never touch the validator. Safe to share between threads.
 *
 * <p>Mirrors: chartutil.ValidateAgainstSchema
 */
public final class ChartSchemas {
    private static final int MOST_KEPT = 500;
    /** What is wrong is all in the text; each of so many is shown with its place, too. */
    private static final int MOST_SHOWN = 100;

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
            List<Problem> found = new ArrayList<>();
            String wrong = wrong(chart, schema, values, remote, found);
            if (!wrong.isEmpty()) {
                text.append(chart.name()).append(":\n").append(wrong);
                int last = found.size() - 1;
                found.set(last, found.get(last).withHint("--skip-schema-validation renders all the same"));
                problems.addAll(found);
            }
        });
        for (Chart subchart : chart.subcharts()) {
            ValuePath.mapping(values.get(subchart.name()))
                    .ifPresent(own -> check(subchart, own, remote, text, problems));
        }
    }

    /** What one schema says of {@code values}, a line for each finding; empty when they are right. */
    public String wrong(ChartFile schema, Map<String, Object> values, boolean remote) {
        try {
            return new SchemaReport(compile(schema.text(), remote).validate(values)).text();
        } catch (DecsException broken) {
            return unusable(broken);
        }
    }

    private String wrong(
            Chart chart, ChartFile schema, Map<String, Object> values, boolean remote, List<Problem> found) {
        try {
            SchemaReport report =
                    new SchemaReport(compile(schema.text(), remote).validate(values));
            report.flaws(MOST_SHOWN).forEach(flaw -> found.add(problem(chart, flaw, values)));
            int more = report.size() - found.size();
            if (more > 0) {
                found.add(Problem.of("and " + more + " more values of chart " + chart.name() + " are wrong"));
            }
            return report.text();
        } catch (DecsException broken) {
            Source source = Source.of(chart.name() + "/" + schema.name(), schema.text());
            found.add(Problem.at(source.at(0), "the schema cannot be used: " + broken.getMessage()));
            return unusable(broken);
        }
    }

    private static String unusable(DecsException broken) {
        String message = broken.getMessage();
        return message.equals("unexpected end of JSON input") ? "unexpected EOF" : message;
    }

    private static Problem problem(Chart chart, SchemaReport.Flaw flaw, Map<String, Object> values) {
        String where = flaw.at().isEmpty() ? "the values" : String.join(".", flaw.at());
        Problem problem = Problem.of(where + " of chart " + chart.name() + ": " + flaw.text());
        return origin(flaw.at(), values)
                .map(at -> Problem.at(at, problem.message()))
                .orElse(problem);
    }

    /** Where the value at a path was written, or the nearest one around it. */
    private static Optional<Position> origin(List<String> path, Map<String, Object> values) {
        Optional<Position> nearest = Optional.empty();
        Object value = values;
        for (String part : path) {
            if (value instanceof ValueMap map) {
                nearest = map.origin(part).isPresent() ? map.origin(part) : nearest;
                value = map.get(part);
            } else {
                value = value instanceof List<?> list ? item(list, part) : null;
            }
        }
        return nearest;
    }

    private static Object item(List<?> list, String index) {
        return index.chars().allMatch(Character::isDigit) && index.length() < 6 && Integer.parseInt(index) < list.size()
                ? list.get(Integer.parseInt(index))
                : null;
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
