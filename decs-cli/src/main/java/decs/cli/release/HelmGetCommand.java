package decs.cli.release;

import decs.cli.chart.HelmOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs helm get}: the parts of a release's record. */
@Command(name = "get", description = "Print parts of a release's record")
final class HelmGetCommand {
    @Mixin
    HelmOptions options;
}
