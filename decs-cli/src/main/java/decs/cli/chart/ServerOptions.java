package decs.cli.chart;

import decs.helm.http.Access;
import picocli.CommandLine.Option;

/** How a repository or registry is spoken to. */
final class ServerOptions {
    @Option(names = "--username", paramLabel = "NAME", description = "the repository's user")
    String username = "";

    @Option(names = "--password", paramLabel = "TEXT", description = "the repository's password")
    String password = "";

    @Option(names = "--ca-file", paramLabel = "FILE", description = "the repository's certificate authority")
    String caFile = "";

    @Option(names = "--cert-file", paramLabel = "FILE", description = "a client certificate for the repository")
    String certFile = "";

    @Option(names = "--key-file", paramLabel = "FILE", description = "its key")
    String keyFile = "";

    @Option(
            names = {"--insecure-skip-tls-verify", "--insecure"},
            arity = "0..1",
            fallbackValue = "true",
            description = "do not check the server's certificate")
    boolean insecure;

    @Option(names = "--plain-http", arity = "0..1", fallbackValue = "true", description = "no TLS to OCI registries")
    boolean plainHttp;

    @Option(
            names = "--pass-credentials",
            arity = "0..1",
            fallbackValue = "true",
            description = "credentials also go to other hosts that an index names")
    boolean passCredentials;

    Access access(String origin) {
        return new Access(origin, username, password, certFile, keyFile, caFile, insecure, passCredentials);
    }
}
