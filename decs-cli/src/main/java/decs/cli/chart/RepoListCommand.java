package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.chart.HelmVersion;
import decs.helm.repo.Repository;
import decs.helm.text.Table;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs helm repo list}. */
@Command(name = "list", description = "List the repositories")
final class RepoListCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    OutputOption output;

    @Option(names = "--no-headers", arity = "0..1", fallbackValue = "true", description = "no heading")
    boolean noHeaders;

    @Override
    public int run(Console console) {
        List<Repository> repositories =
                new RepoTimeout().repositories(helm, console).list();
        if (repositories.isEmpty() && output.isTable()) {
            if (helm.common.helm() == HelmVersion.V3) {
                throw new DecsException("no repositories to show");
            }
            console.err().println("no repositories to show");
            return ExitCode.OK;
        }
        List<ValueMap> rows = repositories.stream().map(RepoListCommand::row).toList();
        console.out().print(output.text(rows, () -> table(repositories)));
        return ExitCode.OK;
    }

    private String table(List<Repository> repositories) {
        Table table = new Table();
        if (!noHeaders) {
            table.row("NAME", "URL");
        }
        repositories.forEach(repository -> table.row(repository.name(), repository.url()));
        return table.text();
    }

    private static ValueMap row(Repository repository) {
        ValueMap row = new ValueMap();
        row.put("name", repository.name());
        row.put("url", repository.url());
        return row;
    }
}
