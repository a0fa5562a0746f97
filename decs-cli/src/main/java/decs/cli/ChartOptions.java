package decs.cli;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.repo.ChartRequest;
import decs.helm.repo.ChartSources;
import decs.helm.repo.Repository;
import decs.helm.repo.SourceSettings;
import decs.template.language.Limits;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where Helm's verbs take a chart from. */
final class ChartOptions {
    @Option(names = "--version", paramLabel = "VERSION", description = "the chart's version or a constraint")
    String version = "";

    @Option(names = "--repo", paramLabel = "URL", description = "the repository that the chart is in")
    String repo = "";

    @Option(names = "--devel", arity = "0..1", fallbackValue = "true", description = "prereleases count, too")
    boolean devel;

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

    @Option(names = "--insecure-skip-tls-verify", arity = "0..1", fallbackValue = "true")
    boolean insecure;

    @Option(names = "--plain-http", arity = "0..1", fallbackValue = "true", description = "no TLS to OCI registries")
    boolean plainHttp;

    @Option(names = "--pass-credentials", arity = "0..1", fallbackValue = "true")
    boolean passCredentials;

    Chart load(String reference, HelmVersion helm, Console console) {
        Repository repository = new Repository(
                "", repo, username, password, certFile, keyFile, caFile, insecure, passCredentials, false, plainHttp);
        SourceSettings settings =
                SourceSettings.of(repo.isEmpty() ? List.of() : List.of(repository), console.environment());
        ChartSources sources = new ChartSources(settings, new ChartLoader(helm, Limits.defaults()));
        ChartRequest request = new ChartRequest(
                reference,
                version,
                repo.isEmpty() ? Optional.empty() : Optional.of(repo),
                devel,
                console.workingFolder());
        return sources.fetch(request).chart();
    }
}
