package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.http.Http;
import decs.helm.repo.HubSearch;
import decs.helm.text.Table;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm search hub}. */
@picocli.CommandLine.Command(name = "hub", description = "Look for charts in Artifact Hub, or in a hub of one's own")
final class SearchHubCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    OutputOption output;

    @Parameters(paramLabel = "WORD", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(names = "--endpoint", paramLabel = "URL", description = "the hub (https://hub.helm.sh)")
    String endpoint = "https://hub.helm.sh";

    @Option(
            names = "--list-repo-url",
            arity = "0..1",
            fallbackValue = "true",
            description = "the addresses of the charts' repositories, too")
    boolean listRepositories;

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
        Http http = new Http(Duration.ofMinutes(2), 0, console.environment());
        HubSearch.Answer answer = new HubSearch(http).find(endpoint, String.join(" ", words));
        if (!answer.readable()) {
            console.err().println("warning: the answer of " + endpoint + " is no list of charts; is it a hub?");
        }
        List<HubSearch.Found> found = answer.found();
        if (found.isEmpty() && failOnNothing) {
            throw new DecsException("no results found");
        }
        List<ValueMap> rows = found.stream().map(SearchHubCommand::row).toList();
        console.out().print(output.text(rows, () -> found.isEmpty() ? "No results found\n" : table(found)));
        return ExitCode.OK;
    }

    private String table(List<HubSearch.Found> found) {
        int columns = listRepositories ? 5 : 4;
        Table table = new Table();
        table.row(List.of("URL", "CHART VERSION", "APP VERSION", "DESCRIPTION", "REPO URL")
                .subList(0, columns));
        found.forEach(one ->
                table.row(List.of(one.url(), one.version(), one.appVersion(), one.description(), one.repositoryUrl())
                        .subList(0, columns)));
        return table.text(width);
    }

    private static ValueMap row(HubSearch.Found found) {
        ValueMap repository = new ValueMap();
        repository.put("url", found.repositoryUrl());
        repository.put("name", found.repositoryName());
        ValueMap row = new ValueMap();
        row.put("url", found.url());
        row.put("version", found.version());
        row.put("app_version", found.appVersion());
        row.put("description", found.description());
        row.put("repository", repository);
        return row;
    }
}
