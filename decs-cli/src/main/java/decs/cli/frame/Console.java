package decs.cli.frame;

import decs.template.language.Host;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The terminal and the process around a command: its streams, its environment, its working folder. Tests give their own.
 *
 * @param out results only
 * @param err everything else
 * @param terminal whether people look at {@code err} as it comes
 */
public record Console(
        PrintStream out, PrintStream err, InputStream in, Host host, Path workingFolder, boolean terminal) {
    public Console {
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(workingFolder, "workingFolder");
    }

    /** The process's own streams, in UTF-8 whatever the locale says. */
    @SuppressWarnings("SystemConsoleNull") // the launcher keeps the old meaning on newer JDKs (-Djdk.console=java.base)
    public static Console ofProcess() {
        return new Console(
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.in,
                Host.system(),
                Path.of("").toAbsolutePath(),
                System.console() != null);
    }

    /** What a person types without its being shown; empty where no one can be asked. */
    @SuppressWarnings("SystemConsoleNull") // as above
    public Optional<String> secret(String prompt) {
        java.io.Console keyboard = terminal ? System.console() : null;
        if (keyboard == null) {
            return Optional.empty();
        }
        out.flush();
        return Optional.ofNullable(keyboard.readPassword("%s", prompt)).map(String::new);
    }

    public Map<String, String> environment() {
        return host.environment();
    }

    /** Whether colours are wanted where nothing else was said: a terminal, and no {@code NO_COLOR}. */
    public boolean colours() {
        return terminal
                && environment().getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment().get("TERM"));
    }
}
