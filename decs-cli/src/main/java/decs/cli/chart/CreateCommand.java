package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.archive.ChartLoader;
import decs.helm.packaging.CreateChart;
import decs.template.language.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm create}. */
@Command(name = "create", description = "Begin a chart")
final class CreateCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "NAME", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-p", "--starter"},
            paramLabel = "NAME",
            description = "the starter to begin from, a folder or the name of one that Helm knows")
    String starter = "";

    @Override
    public int run(Console console) {
        Words.exactly(1, words, "create", "NAME");
        console.out().println("Creating " + words.get(0));
        Path known = helm.home(console).data().resolve("starters");
        new CreateChart(new ChartLoader(helm.common.helm(), Limits.defaults()), warning -> console.err()
                        .println(warning))
                .run(
                        Places.of(words.get(0), console),
                        starter.isEmpty() ? Optional.empty() : Optional.of(known.resolve(starter)));
        return ExitCode.OK;
    }
}
