package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.OutputFormat;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.ReadReleases;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.helm.text.ListText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm history}. */
@Command(name = "history", description = "List the revisions of a release")
final class HelmHistoryCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "RELEASE", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Option(names = "--max", paramLabel = "N", description = "how many revisions, the newest (256)")
    int most = 256;

    @Option(
            names = "--show-rollback-revision",
            arity = "0..1",
            fallbackValue = "true",
            description = "say which revision a rollback went back to")
    boolean rollbacks;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml",
            description = "how to print them (table)")
    OutputFormat output = OutputFormat.TABLE;

    @Override
    public int run(Console console) {
        if (names.size() != 1) {
            throw new UsageException(
                    "\"helm history\" requires 1 argument\n\nUsage:  helm history RELEASE_NAME [flags]");
        }
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            session.only(HelmVersion.V4, "show-rollback-revision", rollbacks);
            List<Release> revisions = new ReadReleases(session.context(false)).history(names.get(0), most);
            console.out()
                    .print(
                            switch (output) {
                                case JSON -> ListText.historyAsJson(revisions);
                                case YAML -> ListText.historyAsYaml(revisions);
                                case TABLE -> ListText.history(revisions, rollbacks);
                            });
        }
        return ExitCode.OK;
    }
}
