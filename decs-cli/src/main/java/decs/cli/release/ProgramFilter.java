package decs.cli.release;

import decs.cli.frame.Console;
import decs.cli.frame.UsageException;
import decs.helm.action.PostRenderer;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that reads manifests and writes others; refused at once where it cannot be found. Mirrors:
 * postrender.execRender.
 *
 * @param mayBeEmpty whether the program may leave nothing
 */
record ProgramFilter(String program, List<String> arguments, boolean mayBeEmpty, Console console)
        implements PostRenderer {
    ProgramFilter {
        found(program, console);
    }

    @Override
    public String run(String manifest) {
        try {
            return run(manifest, Files.createTempDirectory("decs-post-render"));
        } catch (IOException e) {
            throw new DecsException("error while running post render on files: " + e.getMessage(), e);
        }
    }

    private String run(String manifest, Path folder) throws IOException {
        Path in = Files.writeString(folder.resolve("in"), manifest);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        try {
            Path found = found(program, console);
            List<String> words = new ArrayList<>(List.of(found.toString()));
            words.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(console.workingFolder().toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(console.environment());
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new DecsException("error while running post render on files: error while running command " + found
                        + ". error output:\n" + Files.readString(err) + ": exit status " + code);
            }
            String rendered = Files.readString(out, StandardCharsets.UTF_8);
            if (rendered.isBlank() && !mayBeEmpty) {
                throw new DecsException("error while running post render on files: post-renderer \"" + program
                        + "\" produced empty output");
            }
            return rendered;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DecsException("error while running post render on files: context canceled", e);
        } finally {
            for (Path file : List.of(in, out, err, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The program itself: a path, or a name that stands in a folder of {@code PATH}. */
    private static Path found(String program, Console console) {
        if (program.contains("/")) {
            Path path = console.workingFolder().resolve(program).normalize();
            if (Files.isExecutable(path)) {
                return path;
            }
            throw missing(program, "stat " + program + ": no such file or directory");
        }
        for (String folder : console.environment().getOrDefault("PATH", "").split(":")) {
            Path path = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(path) && !Files.isDirectory(path)) {
                return path;
            }
        }
        throw missing(program, "executable file not found in $PATH");
    }

    private static UsageException missing(String program, String why) {
        return new UsageException("invalid argument \"" + program + "\" for \"--post-renderer\" flag: unable to find"
                + " binary at " + program + ": exec: \"" + program + "\": " + why);
    }
}
