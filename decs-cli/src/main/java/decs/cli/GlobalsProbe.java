package decs.cli;

import decs.cli.helmfile.GlobalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All options that may stand before the verb, only to know which of them take a value. */
@Command
final class GlobalsProbe {
    @Mixin
    GlobalOptions globals;
}
