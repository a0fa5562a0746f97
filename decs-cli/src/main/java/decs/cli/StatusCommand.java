package decs.cli;

import decs.core.request.StatusRequest;
import picocli.CommandLine.Mixin;

/** {@code decs status}. */
@picocli.CommandLine.Command(name = "status", description = "What the records say of the releases")
final class StatusCommand implements Command {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        StatusRequest request = new StatusRequest(opening.target(), run.options(globals, opening));
        return opening.run(decs -> {
            decs.status(request, opening.transcript(true));
            return ExitCode.OK;
        });
    }
}
