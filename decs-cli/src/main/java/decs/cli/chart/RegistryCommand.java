package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.chart.HelmVersion;
import decs.helm.http.Access;
import decs.helm.http.Http;
import decs.helm.registry.Logins;
import decs.helm.registry.OciRegistry;
import decs.helm.registry.RegistryAccess;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm registry login} and {@code logout}. */
@Command(description = "Log in to a registry or out of it")
final class RegistryCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "HOST", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-u", "--username"},
            paramLabel = "NAME",
            description = "the user")
    String username = "";

    @Option(
            names = {"-p", "--password"},
            paramLabel = "TEXT",
            description = "the password or token")
    String password = "";

    @Option(
            names = "--password-stdin",
            arity = "0..1",
            fallbackValue = "true",
            description = "read the password from standard input")
    boolean passwordFromInput;

    @Option(
            names = "--insecure",
            arity = "0..1",
            fallbackValue = "true",
            description = "do not check the server's certificate")
    boolean insecure;

    @Option(names = "--plain-http", arity = "0..1", fallbackValue = "true", description = "no TLS")
    boolean plainHttp;

    @Option(names = "--ca-file", paramLabel = "FILE", description = "the registry's certificate authority")
    String caFile = "";

    @Option(names = "--cert-file", paramLabel = "FILE", description = "a client certificate")
    String certFile = "";

    @Option(names = "--key-file", paramLabel = "FILE", description = "its key")
    String keyFile = "";

    private final boolean login;

    RegistryCommand(boolean login) {
        this.login = login;
    }

    @Override
    public int run(Console console) {
        Words.exactly(1, words, login ? "registry login" : "registry logout", "[host]");
        String host = words.get(0);
        Logins logins = new Logins(helm.home(console).registryConfig(), console.environment());
        PrintStream out = helm.common.helm() == HelmVersion.V3 ? console.err() : console.out();
        if (!login) {
            out.println("Removing login credentials for " + host);
            logins.forget(host);
            return ExitCode.OK;
        }
        if (username.isEmpty() && password.isEmpty() && !passwordFromInput && console.terminal()) {
            console.err().print("Username: ");
            username = RepoAddCommand.line(console);
        }
        Logins.Login given = new Logins.Login(username, secret(console));
        check(host, given, console);
        logins.keep(host, given);
        out.println("Login Succeeded");
        return ExitCode.OK;
    }

    private String secret(Console console) {
        if (!password.isEmpty() && !passwordFromInput) {
            console.err()
                    .println(
                            helm.common.helm() == HelmVersion.V3
                                    ? "WARNING: Using --password via the CLI is insecure. Use --password-stdin."
                                    : "level=WARN msg=\"using --password via the CLI is insecure. Use"
                                            + " --password-stdin\"");
            return password;
        }
        String secret = passwordFromInput
                ? RepoAddCommand.line(console)
                : console.secret(username.isEmpty() ? "Token: " : "Password: ").orElse("");
        if (secret.isEmpty()) {
            throw new DecsException(Problem.of("password required").withHint("pipe it in with --password-stdin"));
        }
        return secret;
    }

    private void check(String host, Logins.Login given, Console console) {
        Access access = new Access(host, given.username(), given.secret(), certFile, keyFile, caFile, insecure, false);
        RegistryAccess only = new RegistryAccess() {
            @Override
            public Access access(String asked) {
                return access;
            }

            @Override
            public boolean plainHttp(String asked) {
                return plainHttp;
            }
        };
        Http http = new Http(Duration.ofMinutes(2), 0, console.environment());
        if (!new OciRegistry(http, only).accepts(host)) {
            throw new DecsException(
                    "authenticating to \"" + host + "\": response status code 401: unauthorized",
                    List.of(Problem.of(host + " does not take this user and password")
                            .withHint("nothing was kept; are they those of this registry?")),
                    null);
        }
    }
}
