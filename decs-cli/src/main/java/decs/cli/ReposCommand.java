package decs.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs repos}. */
@picocli.CommandLine.Command(name = "repos", description = "Fetch the indexes of the chart repositories")
final class ReposCommand implements Command {
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
