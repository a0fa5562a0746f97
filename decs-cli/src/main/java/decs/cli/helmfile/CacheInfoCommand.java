package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.repo.SourceSettings;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs cache info}. */
@Command(name = "info", description = "Print the folder of downloads")
final class CacheInfoCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Override
    public int run(Console console) {
        console.out().println("Cache directory: " + folder(console.environment()));
        return ExitCode.OK;
    }

    /** {@code HELMFILE_CACHE_HOME}, as helmfile's users know it, else decs's own cache folder. */
    static Path folder(Map<String, String> environment) {
        String given = environment.getOrDefault("HELMFILE_CACHE_HOME", "");
        return given.isEmpty() ? SourceSettings.cacheFolder(environment) : Path.of(given);
    }
}
