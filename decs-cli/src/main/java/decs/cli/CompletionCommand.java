package decs.cli;

import decs.cli.frame.CommonOptions;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import java.util.List;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code decs completion}: a script that lets a shell complete verbs and options. */
@Command(name = "completion", description = "Print a completion script for a shell")
final class CompletionCommand implements Verb {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish", "powershell");

    @Mixin
    CommonOptions common;

    @Parameters(arity = "0..1", paramLabel = "bash|zsh|fish|powershell", description = "the shell")
    String shell = "";

    @Override
    public int run(Console console) {
        CommandLine root = Commands.tree().all();
        switch (shell.toLowerCase(Locale.ROOT)) {
            case "bash", "zsh" -> console.out().print(AutoComplete.bash("decs", root));
            case "fish" -> console.out().print(CompletionScript.fish(root));
            case "powershell" -> console.out().print(CompletionScript.powershell(root));
            default ->
                throw new UsageException((shell.isEmpty() ? "name a shell" : "unknown shell " + shell) + ": one of "
                        + String.join(", ", SHELLS));
        }
        return ExitCode.OK;
    }
}
