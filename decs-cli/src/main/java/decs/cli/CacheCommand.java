package decs.cli;

import picocli.CommandLine.Mixin;

/** {@code decs cache}: what was downloaded before. */
@picocli.CommandLine.Command(name = "cache", description = "Where downloads are kept: info, cleanup")
final class CacheCommand {
    @Mixin
    GlobalOptions globals;
}
