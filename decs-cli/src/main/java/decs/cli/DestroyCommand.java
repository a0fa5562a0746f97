package decs.cli;

import decs.core.request.SyncReport;
import decs.core.request.SyncRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs destroy}. */
@picocli.CommandLine.Command(name = "destroy", description = "Remove the releases")
final class DestroyCommand implements Command {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Option(names = "--detailed-exitcode", arity = "0..1", fallbackValue = "true", description = "exit 2 on changes")
    boolean detailedExitCode;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        SyncRequest request = new SyncRequest(opening.target(), run.options(globals), false);
        return opening.run(decs -> {
            SyncReport report = decs.destroy(request, opening.transcript(false));
            return new Outcome(report, console).print(globals, detailedExitCode);
        });
    }
}
