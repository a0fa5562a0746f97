package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.repo.Repositories;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code decs helm repo remove}. */
@Command(name = "remove", description = "Remove repositories")
final class RepoRemoveCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "NAME", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Override
    public int run(Console console) {
        Words.atLeast(1, names, "repo remove", "[REPO1 [REPO2 ...]]");
        Repositories repositories = new RepoTimeout().repositories(helm, console);
        for (String name : names) {
            repositories.remove(name);
            console.out().println("\"" + name + "\" has been removed from your repositories");
        }
        return ExitCode.OK;
    }
}
