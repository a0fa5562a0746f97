package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.load.State;
import decs.core.text.EnvironmentText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs print-env}. */
@Command(name = "print-env", description = "Print the environment and its values")
final class PrintEnvCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "yaml|json",
            description = "the form (yaml)")
    String output = "yaml";

    @Override
    public int run(Console console) {
        if (!List.of("yaml", "json").contains(output)) {
            console.err().println("invalid output format \"" + output + "\": must be 'yaml' or 'json'");
            return ExitCode.USAGE_OR_NO_MATCH;
        }
        Opening opening = new Opening(globals, console);
        return opening.run(decs -> {
            List<State> states = decs.states(opening.target(), opening.transcript(false));
            opening.print(output.equals("json") ? EnvironmentText.json(states) : EnvironmentText.yaml(states));
            return ExitCode.OK;
        });
    }
}
