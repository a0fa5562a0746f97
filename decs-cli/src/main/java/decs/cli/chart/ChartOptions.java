package decs.cli.chart;

import decs.cli.frame.Console;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.http.Readers;
import decs.helm.repo.ChartRequest;
import decs.helm.repo.ChartSources;
import decs.helm.repo.FetchedArchive;
import decs.helm.repo.Repository;
import decs.helm.repo.RepositoryFile;
import decs.helm.repo.SourceSettings;
import decs.template.language.Limits;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where Helm's verbs take a chart from. */
public final class ChartOptions {
    @Mixin
    ServerOptions server;

    @Option(names = "--version", paramLabel = "VERSION", description = "the chart's version or a constraint")
    String version = "";

    @Option(names = "--repo", paramLabel = "URL", description = "the repository that the chart is in")
    String repo = "";

    @Option(names = "--devel", arity = "0..1", fallbackValue = "true", description = "prereleases count, too")
    boolean devel;

    @Option(
            names = "--dependency-update",
            arity = "0..1",
            fallbackValue = "true",
            description = "bring the dependencies that a chart's folder lacks; nothing is written into it")
    boolean dependencyUpdate;

    @Mixin
    ProofOptions proofs;

    public Chart load(String reference, HelmOptions helm, Console console) {
        ChartSources sources = sources(helm, console);
        ChartRequest request = request(reference, console);
        Optional<Path> local = sources.local(request);
        if (local.isPresent()) {
            proofs.checkFile(local.get(), console);
            return dependencyUpdate
                    ? sources.fetch(request).chart()
                    : new ChartLoader(helm.common.helm(), Limits.defaults()).load(local.get());
        }
        FetchedArchive archive = sources.archive(request, proofs.wanted());
        archive.manifestDigest().ifPresent(digest -> console.err()
                .println("Pulled: " + archive.origin().substring("oci://".length()) + "\nDigest: " + digest));
        proofs.on(console).check(archive);
        return new ChartLoader(helm.common.helm(), Limits.defaults())
                .loadArchive(new ByteArrayInputStream(archive.bytes()));
    }

    ChartRequest request(String reference, Console console) {
        return new ChartRequest(
                reference,
                version,
                repo.isEmpty() ? Optional.empty() : Optional.of(repo),
                devel,
                console.workingFolder());
    }

    ChartSources sources(HelmOptions helm, Console console) {
        return sources(repo, server, helm, console);
    }

    static ChartSources sources(String repo, ServerOptions server, HelmOptions helm, Console console) {
        List<Repository> repositories = new ArrayList<>(
                RepositoryFile.read(helm.home(console).repositoryConfig()).repositories());
        if (!repo.isEmpty()) {
            repositories.add(
                    0,
                    new Repository(
                            "",
                            repo,
                            server.username,
                            server.password,
                            server.certFile,
                            server.keyFile,
                            server.caFile,
                            server.insecure,
                            server.passCredentials,
                            false,
                            false));
        }
        SourceSettings settings = SourceSettings.of(repositories, console.environment())
                .withHome(helm.home(console), true)
                .withReaders(Readers.installed())
                .withAccess(server.access(""), server.plainHttp)
                .withWarnings(warning -> console.err().println("WARNING: " + warning));
        return new ChartSources(settings, new ChartLoader(helm.common.helm(), Limits.defaults()));
    }
}
