package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.repo.Repositories;
import decs.helm.repo.Repository;
import decs.helm.repo.RepositorySearch;
import decs.helm.text.Table;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm search repo}. */
@Command(name = "repo", description = "Look for charts in the known repositories")
final class SearchRepoCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    OutputOption output;

    @Parameters(paramLabel = "WORD", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-r", "--regexp"},
            arity = "0..1",
            fallbackValue = "true",
            description = "the words are a regular expression")
    boolean regexp;

    @Option(
            names = {"-l", "--versions"},
            arity = "0..1",
            fallbackValue = "true",
            description = "every version, not only the newest")
    boolean versions;

    @Option(names = "--devel", arity = "0..1", fallbackValue = "true", description = "prereleases count, too")
    boolean devel;

    @Option(names = "--version", paramLabel = "VERSION", description = "only versions that satisfy this")
    String version = "";

    @Option(names = "--max-col-width", paramLabel = "N", description = "the most characters of a column (50)")
    int width = 50;

    @Option(
            names = "--fail-on-no-result",
            arity = "0..1",
            fallbackValue = "true",
            description = "fail when nothing is found")
    boolean failOnNothing;

    @Override
    public int run(Console console) {
        Repositories repositories = new RepoTimeout().repositories(helm, console);
        List<Repository> known = repositories.list();
        if (known.isEmpty()) {
            throw new DecsException("no repositories configured");
        }
        RepositorySearch search = new RepositorySearch();
        for (Repository repository : known) {
            try {
                search.add(repository.name(), repositories.index(repository));
            } catch (DecsException unusable) {
                console.err()
                        .println("WARNING: Repo \"" + repository.name()
                                + "\" is corrupt or missing. Try 'helm repo update'.");
            }
        }
        List<RepositorySearch.Found> found =
                search.find(new RepositorySearch.Query(String.join(" ", words), regexp, version, devel, versions));
        if (found.isEmpty() && failOnNothing) {
            throw new DecsException("no results found");
        }
        List<ValueMap> rows = found.stream().map(SearchRepoCommand::row).toList();
        console.out().print(output.text(rows, () -> found.isEmpty() ? "No results found\n" : table(found)));
        return ExitCode.OK;
    }

    private String table(List<RepositorySearch.Found> found) {
        Table table = new Table().row("NAME", "CHART VERSION", "APP VERSION", "DESCRIPTION");
        found.forEach(one -> table.row(
                one.name(),
                one.version().metadata().version(),
                one.version().metadata().appVersion(),
                one.version().metadata().description()));
        return table.text(width);
    }

    private static ValueMap row(RepositorySearch.Found found) {
        ValueMap row = new ValueMap();
        row.put("name", found.name());
        row.put("version", found.version().metadata().version());
        row.put("app_version", found.version().metadata().appVersion());
        row.put("description", found.version().metadata().description());
        return row;
    }
}
