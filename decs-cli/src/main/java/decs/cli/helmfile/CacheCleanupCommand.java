package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs cache cleanup}. */
@Command(name = "cleanup", description = "Remove what was downloaded")
final class CacheCleanupCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Override
    public int run(Console console) {
        Path folder = CacheInfoCommand.folder(console.environment());
        if (!Files.isDirectory(folder)) {
            return ExitCode.OK;
        }
        console.out().println("Cleaning up cache directory: " + folder);
        for (Path entry : entries(folder)) {
            console.out().println("- " + entry.getFileName());
            remove(entry);
        }
        return ExitCode.OK;
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new DecsException("cannot read " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static void remove(Path entry) {
        try (Stream<Path> below = Files.walk(entry)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new DecsException("cannot remove " + entry + ": " + failed.getMessage(), failed);
        }
    }
}
