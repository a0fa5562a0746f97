package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.LintRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs lint}. */
@Command(name = "lint", description = "Look for what is wrong with the releases' charts")
final class LintCommand implements Verb {
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
