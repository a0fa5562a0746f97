package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.Show;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.text.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm show}. */
@Command(name = "show", description = "Print what a chart says of itself")
final class HelmShowCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ChartOptions charts;

    @Parameters(paramLabel = "all|chart|values|readme|crds CHART", arity = "0..2")
    List<String> words = new ArrayList<>();

    @Option(
            names = "--jsonpath",
            paramLabel = "TEXT",
            description = "of values: a text with paths in braces, such as {.image.tag}")
    String jsonPath = "";

    @Override
    public int run(Console console) {
        if (words.size() != 2) {
            throw new UsageException("\"helm show\" requires a part (all, chart, values, readme, crds) and a chart");
        }
        HelmVersion version = helm.common.helm();
        Show.Part part = part(words.get(0));
        Chart chart = charts.load(words.get(1), helm, console);
        boolean picked = part == Show.Part.VALUES && !jsonPath.isEmpty();
        console.out().print(picked ? JsonPath.print(jsonPath, chart.values()) : new Show(version).run(chart, part));
        return ExitCode.OK;
    }

    private static Show.Part part(String word) {
        for (Show.Part part : Show.Part.values()) {
            if (part.name().toLowerCase(Locale.ROOT).equals(word)) {
                return part;
            }
        }
        throw new UsageException("unknown part \"" + word + "\" for \"helm show\": all, chart, values, readme, crds");
    }
}
