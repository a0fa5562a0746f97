package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.plan.Releases;
import decs.core.request.LookRequest;
import decs.core.text.Build;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs build}. */
@Command(name = "build", description = "Print the resolved state as YAML")
final class BuildCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Option(
            names = "--embed-values",
            arity = "0..1",
            fallbackValue = "true",
            description = "the content of values files in place of their paths")
    boolean embedValues;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        return opening.run(decs -> {
            List<Releases> releases = decs.load(opening.target(), opening.transcript(false));
            decs.look(
                    releases,
                    new LookRequest("build", true),
                    opening.transcript(false),
                    each -> opening.print(Build.of(
                            embedValues ? decs.withValues(each, opening.transcript(false)) : each, globals.helm())));
            decs.refuseNothing(opening.target(), releases);
            return ExitCode.OK;
        });
    }
}
