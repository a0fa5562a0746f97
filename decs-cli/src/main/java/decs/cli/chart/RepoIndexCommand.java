package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.archive.ChartLoader;
import decs.helm.repo.IndexBuild;
import decs.template.language.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm repo index}. */
@Command(name = "index", description = "Write the index.yaml of a folder of packed charts")
final class RepoIndexCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "DIR", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(names = "--url", paramLabel = "URL", description = "where the folder is served")
    String url = "";

    @Option(names = "--merge", paramLabel = "FILE", description = "an index whose other versions are kept")
    String merge = "";

    @Option(names = "--json", arity = "0..1", fallbackValue = "true", description = "write JSON")
    boolean json;

    @Override
    public int run(Console console) {
        Words.exactly(1, words, "repo index", "[DIR]");
        Path folder = console.workingFolder().resolve(words.get(0)).normalize();
        new IndexBuild(
                        new ChartLoader(helm.common.helm(), Limits.defaults()),
                        console.host().clock(),
                        warning -> console.err().println("WARNING: " + warning))
                .write(new IndexBuild.Order(
                        folder,
                        url,
                        merge.isEmpty()
                                ? Optional.empty()
                                : Optional.of(console.workingFolder().resolve(merge)),
                        json));
        return ExitCode.OK;
    }
}
