package decs.cli;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.cli.helmfile.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs version}. */
@Command(name = "version", description = "Print the version")
final class VersionCommand implements Verb {
    static final String VERSION = "0.1.0";

    @Mixin
    GlobalOptions globals;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "short|json",
            description = "only the number, or JSON")
    String output = "";

    @Override
    public int run(Console console) {
        console.out()
                .println(
                        switch (output) {
                            case "short" -> VERSION;
                            case "json" -> "{\"version\":\"" + VERSION + "\"}";
                            default -> "decs version " + VERSION;
                        });
        return ExitCode.OK;
    }
}
