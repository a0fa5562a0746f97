package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.StatusRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs status}. */
@Command(name = "status", description = "What the records say of the releases")
final class StatusCommand implements Verb {
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
