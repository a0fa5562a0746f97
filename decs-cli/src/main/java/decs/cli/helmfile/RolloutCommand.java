package decs.cli.helmfile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs rollout}: what a deploy step does to workloads beside releasing. */
@Command(name = "rollout", description = "Restart workloads")
final class RolloutCommand {
    @Mixin
    GlobalOptions globals;
}
