package decs.cli;

import decs.helm.action.Install;
import decs.helm.action.InstallRequest;
import decs.helm.action.PostRenderer;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Switch;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm install}. */
@picocli.CommandLine.Command(name = "install", description = "Install a chart")
final class HelmInstallCommand implements Command {
    @Mixin
    HelmOptions helm;

    @Mixin
    ValuesFlags values;

    @Mixin
    ChartOptions charts;

    @Mixin
    ReleaseFlags flags;

    @Mixin
    RenderFlags render;

    @Parameters(paramLabel = "[NAME] CHART", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-g", "--generate-name"},
            arity = "0..1",
            fallbackValue = "true")
    boolean generateName;

    @Option(names = "--replace", arity = "0..1", fallbackValue = "true")
    boolean replace;

    @Override
    public int run(Console console) {
        if (words.isEmpty()) {
            throw new UsageException("\"helm install\" requires at least 1 argument\n\n"
                    + "Usage:  helm install [NAME] [CHART] [flags]");
        }
        ReleaseSession session = new ReleaseSession(helm, console);
        Release release = ReleaseSession.prefixed("INSTALLATION FAILED: ", () -> install(session, console));
        session.print(release, render.output, !render.hideNotes);
        return ExitCode.OK;
    }

    private Release install(ReleaseSession session, Console console) {
        if (words.size() > 2) {
            throw new DecsException("expected at most two arguments, unexpected arguments: "
                    + String.join(", ", words.subList(2, words.size())));
        }
        String reference = words.get(words.size() - 1);
        String name = name(reference, console);
        HelmVersion version = session.version();
        Chart chart = charts.load(reference, helm, console);
        ReleaseOptions options = render.with(flags.options(version));
        options = replace ? options.with(Switch.REPLACE) : options;
        InstallRequest request = new InstallRequest(
                name, chart, values.values(version, console), render.labels(), PostRenderer.NONE, options);
        return new Install(session.context(false)).run(request);
    }

    private String name(String reference, Console console) {
        if (words.size() == 2) {
            if (generateName) {
                throw new DecsException("cannot set --generate-name and also specify a name");
            }
            return words.get(0);
        }
        if (!generateName) {
            throw new DecsException("must either provide a name or specify --generate-name");
        }
        String base = reference.substring(reference.lastIndexOf('/') + 1);
        int dot = base.indexOf('.');
        base = dot >= 0 ? base.substring(0, dot) : base;
        return (base.isEmpty() ? "chart" : base) + "-"
                + console.host().clock().instant().getEpochSecond();
    }
}
