package decs.cli;

import decs.core.request.ReleaseOutcome;
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
            report.all(ReleaseOutcome.Failed.class).forEach(failed -> new Failures(console.err(), globals.common.debug)
                    .print(failed.release() + ": ", failed.cause()));
            report.all(ReleaseOutcome.Skipped.class)
                    .forEach(skipped -> console.err().println(skipped.release() + ": skipped, " + skipped.reason()));
            if (!report.succeeded()) {
                return ExitCode.FAILED;
            }
            return detailedExitCode && report.changed() ? ExitCode.CHANGES : ExitCode.OK;
        });
    }
}
