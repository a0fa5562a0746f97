package decs.cli.helmfile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs cache}: what was downloaded before. */
@Command(name = "cache", description = "Where downloads are kept: info, cleanup")
final class CacheCommand {
    @Mixin
    GlobalOptions globals;
}
