package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm dependency update} and {@code build}. */
@Command(description = "Bring a chart's dependencies into its charts/ folder")
final class DependencyUpdateCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ServerOptions server;

    @Mixin
    ProofOptions proofs;

    @Parameters(paramLabel = "CHART", arity = "0..1")
    String chart = ".";

    @Option(
            names = "--skip-refresh",
            arity = "0..1",
            fallbackValue = "true",
            description = "use the indexes as they are kept")
    boolean skipRefresh;

    private final boolean build;

    /** @param build whether the lock is followed where there is one */
    DependencyUpdateCommand(boolean build) {
        this.build = build;
    }

    @Override
    public int run(Console console) {
        var dependencies = DependencyVerbs.of(helm, server, proofs, console).dependencies(skipRefresh);
        Path folder = Places.of(chart, console);
        if (build) {
            dependencies.build(folder);
        } else {
            dependencies.update(folder);
        }
        return ExitCode.OK;
    }
}
