package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.Console;
import decs.cli.frame.DriftFlags;
import decs.cli.frame.Verb;
import decs.helm.action.Drift;
import decs.helm.action.ReleaseDrift;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm drift}; Helm has no such verb. */
@Command(name = "drift", description = "Compare live objects with what was released; 2 where they differ (not in Helm)")
final class HelmDriftCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "RELEASE", arity = "0..*", description = "all of the namespace where none is named")
    List<String> names = new ArrayList<>();

    @Option(
            names = {"-A", "--all-namespaces"},
            arity = "0..1",
            fallbackValue = "true",
            description = "the releases of all namespaces")
    boolean everywhere;

    @Mixin
    DriftFlags flags;

    @Override
    public int run(Console console) {
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            Drift drift = new Drift(session.context(everywhere), flags.rules());
            List<ReleaseDrift> found = names.isEmpty()
                    ? drift.deployed().stream().map(drift::of).toList()
                    : names.stream().map(drift::of).toList();
            console.out().print(flags.text(found));
            return DriftFlags.exitCode(found);
        }
    }
}
