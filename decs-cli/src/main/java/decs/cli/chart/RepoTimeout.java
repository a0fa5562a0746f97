package decs.cli.chart;

import decs.cli.frame.Console;
import decs.helm.http.Http;
import decs.helm.http.Readers;
import decs.helm.repo.Repositories;
import decs.template.gofmt.GoDuration;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a repository may take. */
final class RepoTimeout {
    @Option(names = "--timeout", paramLabel = "TIME", description = "how long a repository may take (2m0s)")
    String timeout = "2m0s";

    Repositories repositories(HelmOptions helm, Console console) {
        return new Repositories(
                helm.home(console),
                new Http(duration(), 0, console.environment(), Readers.installed()),
                warning -> console.err().println("WARNING: " + warning));
    }

    private Duration duration() {
        return Duration.ofNanos(GoDuration.parse(timeout).nanos());
    }
}
