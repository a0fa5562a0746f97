package decs.cli;

import decs.helm.action.PostRenderer;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that reads manifests and writes others. Mirrors: postrender.execRender. */
record ProgramFilter(String program, List<String> arguments, Console console) implements PostRenderer {
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
            Path found = found();
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
            if (rendered.isBlank()) {
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
    private Path found() {
        if (program.contains("/")) {
            Path path = console.workingFolder().resolve(program).normalize();
            if (Files.isExecutable(path)) {
                return path;
            }
            throw new DecsException("unable to find binary at " + program + ": exec: \"" + program + "\": stat "
                    + program + ": no such file or directory");
        }
        for (String folder : console.environment().getOrDefault("PATH", "").split(":")) {
            Path path = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(path) && !Files.isDirectory(path)) {
                return path;
            }
        }
        throw new DecsException("unable to find binary at " + program + ": exec: \"" + program
                + "\": executable file not found in $PATH");
    }
}
