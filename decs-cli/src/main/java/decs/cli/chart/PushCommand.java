package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.helm.packaging.PushChart;
import decs.helm.registry.Push;
import decs.template.language.Limits;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code decs helm push}. */
@Command(name = "push", description = "Send a packed chart to a registry")
final class PushCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ServerOptions server;

    @Parameters(paramLabel = "CHART REMOTE", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Override
    public int run(Console console) {
        Words.atLeast(2, words, "push", "[chart] [remote]");
        HelmVersion version = helm.common.helm();
        PushChart push = new PushChart(
                ChartOptions.sources("", server, helm, console).registry(),
                new ChartLoader(version, Limits.defaults()));
        Push.Pushed pushed =
                push.run(Places.of(words.get(0), console), words.get(1), PackageCommand.time(console.environment()));
        PrintStream out = version == HelmVersion.V3 ? console.err() : console.out();
        out.println("Pushed: " + pushed.reference());
        out.println("Digest: " + pushed.digest());
        return ExitCode.OK;
    }
}
