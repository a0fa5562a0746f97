package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.repo.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm repo add}. */
@Command(name = "add", description = "Add a repository")
final class RepoAddCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ServerOptions server;

    @Mixin
    RepoTimeout timeout;

    @Parameters(paramLabel = "NAME URL", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = "--force-update",
            arity = "0..1",
            fallbackValue = "true",
            description = "replace a repository of the same name")
    boolean force;

    @Option(names = "--no-update", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean noUpdate;

    @Option(names = "--allow-deprecated-repos", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean deprecated;

    @Option(
            names = "--password-stdin",
            arity = "0..1",
            fallbackValue = "true",
            description = "read the password from standard input")
    boolean passwordFromInput;

    @Override
    public int run(Console console) {
        Words.exactly(2, words, "repo add", "[NAME] [URL]");
        String password = passwordFromInput ? line(console) : password(console);
        Repository repository = new Repository(
                words.get(0),
                words.get(1),
                server.username,
                password,
                absolute(server.certFile, console),
                absolute(server.keyFile, console),
                absolute(server.caFile, console),
                server.insecure,
                server.passCredentials,
                false,
                false);
        boolean added = timeout.repositories(helm, console).add(repository, force);
        console.out()
                .println(
                        added
                                ? "\"" + repository.name() + "\" has been added to your repositories"
                                : "\"" + repository.name() + "\" already exists with the same configuration, skipping");
        return ExitCode.OK;
    }

    private static String absolute(String file, Console console) {
        return file.isEmpty()
                ? ""
                : console.workingFolder().resolve(Path.of(file)).toString();
    }

    private String password(Console console) {
        return server.username.isEmpty() || !server.password.isEmpty()
                ? server.password
                : console.secret("Password: ").orElse("");
    }

    static String line(Console console) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
            String line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException unreadable) {
            throw new UsageException("standard input: " + unreadable.getMessage());
        }
    }
}
