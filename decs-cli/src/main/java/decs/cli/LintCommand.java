package decs.cli;

import decs.core.request.LintRequest;
import picocli.CommandLine.Mixin;

/** {@code decs lint}. */
@picocli.CommandLine.Command(name = "lint", description = "Look for what is wrong with the releases' charts")
final class LintCommand implements Command {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        LintRequest request = new LintRequest(opening.target(), run.options(globals, opening));
        return opening.run(decs -> {
            decs.lint(request, opening.transcript(true));
            return ExitCode.OK;
        });
    }
}
