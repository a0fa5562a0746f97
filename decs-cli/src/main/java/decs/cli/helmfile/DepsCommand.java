package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.DepsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs deps}. */
@Command(name = "deps", description = "Update charts' dependencies and lock the charts' versions")
final class DepsCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Option(
            names = "--skip-repos",
            arity = "0..1",
            fallbackValue = "true",
            description = "leave repositories as they are")
    boolean skipRepositories;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        DepsRequest request = new DepsRequest(opening.target(), run.options(globals, opening), skipRepositories);
        return opening.run(decs -> {
            decs.deps(request, opening.transcript(true));
            return ExitCode.OK;
        });
    }
}
