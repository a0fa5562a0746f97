package decs.core.functions;

import decs.template.source.DecsException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of the user's, run without a shell: for {@code exec} in templates, for hooks, for {@code ref+exec}. Its
 * failure is told in helmfile's blocks (PATH, ARGS, ERROR, EXIT STATUS, STDERR).
 *
 * @param environment added to that of this process
 */
public record Program(String command, List<String> arguments, Path folder, Map<String, String> environment) {
    public Program {
        Objects.requireNonNull(command, "command");
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(folder, "folder");
        environment = Map.copyOf(environment);
    }

    private static final int KILLED = 137;

    /** What a program printed, and how it ended. */
    public record Output(int status, String out, String error) {
        /**
         * What came out of a program that rendered text went through; where it failed, in the words of Helm's
         * post-renderers, with {@code prefix} before them and the program as it was {@code called}.
         */
        public String filtered(String prefix, String called) {
            if (status != 0) {
                throw new DecsException(prefix + "error while running command " + called + ". error output:\n" + error
                        + ": exit status " + status);
            }
            return out;
        }
    }

    /**
     * Runs the program to its end and returns what it printed on standard output.
     *
     * @throws DecsException when it cannot be started or exits with a status other than 0
     */
    public String run(Optional<String> input) {
        Output output = runToEnd(input);
        if (output.status() != 0) {
            throw failure(output);
        }
        return output.out();
    }

    /** Runs the program to its end, whatever its status. */
    public Output runToEnd(Optional<String> input) {
        return runToEnd(input, Optional.empty());
    }

    /**
     * Runs the program for at most so long and returns what it printed.
     *
     * @throws DecsException that says in Go's words how it ended, when not well: {@code exit status 1}, {@code signal: killed}
     */
    public String runWithin(Duration longest) {
        Output output = runToEnd(Optional.empty(), Optional.of(longest));
        if (output.status() != 0) {
            throw new DecsException(output.status() == KILLED ? "signal: killed" : "exit status " + output.status());
        }
        return output.out();
    }

    private Output runToEnd(Optional<String> input, Optional<Duration> longest) {
        try {
            Path error = Files.createTempFile("decs-", ".err");
            Path in = Files.createTempFile("decs-", ".in");
            Path out = Files.createTempFile("decs-", ".out");
            try {
                Files.writeString(in, input.orElse(""));
                int status = start(new Streams(in.toFile(), out.toFile(), error.toFile()), longest);
                return new Output(status, read(out), read(error));
            } finally {
                Files.deleteIfExists(error);
                Files.deleteIfExists(out);
                Files.deleteIfExists(in);
            }
        } catch (IOException notStarted) {
            throw new DecsException(notStarted(notStarted), notStarted);
        }
    }

    private record Streams(File in, File out, File error) {}

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private int start(Streams streams, Optional<Duration> longest) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(path());
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(streams.in())
                .redirectOutput(streams.out())
                .redirectError(streams.error());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (longest.isEmpty() || process.waitFor(longest.get().toMillis(), TimeUnit.MILLISECONDS)) {
                return process.waitFor();
            }
            process.destroyForcibly();
            process.waitFor();
            return KILLED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DecsException("interrupted while running " + command, stopped);
        } finally {
            process.destroy();
        }
    }

    /** The failure of a run, in helmfile's form. */
    public DecsException failure(Output output) {
        StringBuilder text = new StringBuilder("command \"").append(path()).append("\" exited with non-zero status:\n");
        block(text, "PATH:", path());
        StringBuilder args = new StringBuilder();
        args.append("0: ").append(command).append(" (").append(bytes(command)).append(" bytes)");
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            args.append('\n').append(i + 1).append(": ").append(argument);
            args.append(" (").append(bytes(argument)).append(" bytes)");
        }
        block(text, "ARGS:", args.toString());
        block(text, "ERROR:", "exit status " + output.status());
        block(text, "EXIT STATUS", Integer.toString(output.status()));
        if (!output.error().isEmpty()) {
            block(text, "STDERR:", output.error().stripTrailing());
        }
        if (!output.out().isEmpty() || !output.error().isEmpty()) {
            block(text, "COMBINED OUTPUT:", (output.out() + output.error()).stripTrailing());
        }
        return new DecsException(text.toString().stripTrailing());
    }

    private static void block(StringBuilder text, String title, String content) {
        text.append('\n').append(title).append('\n');
        content.lines().forEach(line -> text.append("  ").append(line).append('\n'));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private String notStarted(IOException cause) {
        if (Files.isDirectory(folder)) {
            return "exec: \"" + command + "\": "
                    + (command.contains("/") ? "no such file or directory" : "executable file not found in $PATH");
        }
        return "chdir " + folder + ": no such file or directory (" + cause.getMessage() + ")";
    }

    /** The program's file, looked up in PATH as an operating system does. */
    private String path() {
        if (command.contains("/")) {
            return command;
        }
        String path = environment.getOrDefault("PATH", System.getenv().getOrDefault("PATH", ""));
        for (String entry : path.split(File.pathSeparator)) {
            Path candidate = Path.of(entry.isEmpty() ? "." : entry, command);
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return candidate.toString();
            }
        }
        return command;
    }
}
