package decs.cli.release;

import decs.cli.chart.ChartOptions;
import decs.cli.chart.HelmOptions;
import decs.cli.chart.ValuesFlags;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.Install;
import decs.helm.action.InstallRequest;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Switch;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm install}. */
@Command(name = "install", description = "Install a chart")
final class HelmInstallCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ValuesFlags values;

    @Mixin
    ChartOptions charts;

    @Mixin
    ChartReleaseFlags flags;

    @Parameters(paramLabel = "[NAME] CHART", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-g", "--generate-name"},
            arity = "0..1",
            fallbackValue = "true",
            description = "make a name from the chart's")
    boolean generateName;

    @Option(names = "--name-template", paramLabel = "TEMPLATE", description = "a Go template that makes the name")
    String nameTemplate = "";

    @Option(
            names = "--replace",
            arity = "0..1",
            fallbackValue = "true",
            description = "use the name of an uninstalled or failed release again")
    boolean replace;

    @Override
    public int run(Console console) {
        if (words.isEmpty()) {
            throw new UsageException("\"helm install\" requires at least 1 argument\n\n"
                    + "Usage:  helm install [NAME] [CHART] [flags]");
        }
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            Release release = ReleaseSession.prefixed("INSTALLATION FAILED: ", () -> install(session, console));
            session.print(release, flags.output, !flags.hideNotes);
        }
        return ExitCode.OK;
    }

    private Release install(ReleaseSession session, Console console) {
        ReleaseOptions options = flags.options(session);
        if (words.size() > 2) {
            throw new DecsException("expected at most two arguments, unexpected arguments: "
                    + String.join(", ", words.subList(2, words.size())));
        }
        String name = new NewName(words, generateName, nameTemplate).make(console.host());
        HelmVersion version = session.version();
        Chart chart = charts.load(words.get(words.size() - 1), helm, console);
        InstallRequest request = new InstallRequest(
                name,
                chart,
                values.values(version, console),
                flags.recordLabels(),
                flags.renderer(version, console),
                replace ? options.with(Switch.REPLACE) : options);
        return new Install(session.installContext()).run(request);
    }
}
