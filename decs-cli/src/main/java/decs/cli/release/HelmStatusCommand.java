package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.OutputFormat;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.ReadReleases;
import decs.helm.action.ReleaseContext;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.helm.text.StatusReport;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm status}. */
@Command(name = "status", description = "Show how a release is doing")
final class HelmStatusCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "RELEASE", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Option(names = "--revision", paramLabel = "N", description = "an earlier revision")
    int revision;

    @Option(
            names = "--show-resources",
            arity = "0..1",
            fallbackValue = "true",
            description = "list the live objects, too (Helm 4 always does)")
    boolean showResources;

    @Option(
            names = "--show-desc",
            arity = "0..1",
            fallbackValue = "true",
            description = "say what happened last, too (Helm 4 always does)")
    boolean showDescription;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml",
            description = "how to print it (table)")
    OutputFormat output = OutputFormat.TABLE;

    @Override
    public int run(Console console) {
        if (names.size() != 1) {
            throw new UsageException("\"helm status\" requires 1 argument\n\nUsage:  helm status RELEASE_NAME [flags]");
        }
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            session.only(HelmVersion.V3, "show-desc", showDescription);
            session.only(HelmVersion.V3, "show-resources", showResources);
            ReleaseContext context = session.context(false);
            Release release = new ReadReleases(context).get(names.get(0), revision);
            StatusReport report = new StatusReport(context, showResources, showDescription);
            console.out()
                    .print(
                            switch (output) {
                                case TABLE -> report.table(release);
                                case JSON -> report.json(release);
                                case YAML -> report.yaml(release);
                            });
        }
        return ExitCode.OK;
    }
}
