package decs.cli.chart;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs helm}: the verbs of Helm, with Helm's options, output and exit codes. */
@Command(name = "helm", description = "Helm's own verbs on charts and releases")
public final class HelmCommand {
    @Mixin
    HelmOptions options;
}
