package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.archive.ChartLoader;
import decs.helm.dependency.DependencyList;
import decs.helm.text.Table;
import decs.template.language.Limits;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm dependency list}. */
@Command(name = "list", description = "List a chart's dependencies and what of them is there")
final class DependencyListCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "CHART", arity = "0..1")
    String chart = ".";

    @Option(names = "--max-col-width", paramLabel = "N", description = "the most characters of a column (80)")
    int width = 80;

    @Override
    public int run(Console console) {
        Path path = Places.of(chart, console);
        DependencyList list = new DependencyList(new ChartLoader(helm.common.helm(), Limits.defaults()));
        DependencyList.Listing listing = list.list(path);
        List<DependencyList.Entry> entries = listing.entries();
        if (entries.isEmpty()) {
            console.out()
                    .println("WARNING: no dependencies at "
                            + path.resolve("charts").normalize());
            return ExitCode.OK;
        }
        Table table = new Table().row("NAME", "VERSION", "REPOSITORY", "STATUS");
        entries.forEach(entry -> table.row(
                entry.dependency().name(),
                entry.dependency().version(),
                entry.dependency().repository(),
                entry.status()));
        console.out().println(table.text(width));
        listing.warnings().forEach(console.out()::println);
        return ExitCode.OK;
    }
}
