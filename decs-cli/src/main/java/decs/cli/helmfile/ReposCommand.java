package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs repos}. */
@Command(name = "repos", description = "Fetch the indexes of the chart repositories")
final class ReposCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Option(names = "--args", paramLabel = "FLAGS", hidden = true)
    String args = "";

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        return opening.run(decs -> {
            decs.repositories(opening.target(), opening.transcript(true));
            return ExitCode.OK;
        });
    }
}
