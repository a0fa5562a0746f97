package decs.cli;

import decs.cli.helmfile.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs} itself. */
@Command(
        name = "decs",
        description = "Renders, compares and releases Helm charts and helmfile specs, without any other program.")
final class RootCommand {
    @Mixin
    GlobalOptions globals;

    @Option(names = "--version", description = "print the version")
    boolean version;
}
