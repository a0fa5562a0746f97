package decs.cli.chart;

import decs.cli.frame.ClusterOptions;
import decs.cli.frame.CommonOptions;
import decs.cli.frame.Console;
import decs.helm.repo.HelmHome;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Helm's global options, of every {@code decs helm} verb. */
public final class HelmOptions {
    @Mixin
    public CommonOptions common;

    @Mixin
    public ClusterOptions cluster;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "the namespace")
    public String namespace = "";

    @Option(names = "--registry-config", paramLabel = "FILE", description = "credentials of OCI registries")
    String registryConfig = "";

    @Option(names = "--repository-config", paramLabel = "FILE", description = "repositories by name")
    String repositoryConfig = "";

    @Option(names = "--repository-cache", paramLabel = "DIR", description = "where indexes are kept")
    String repositoryCache = "";

    @Option(names = "--content-cache", paramLabel = "DIR", description = "where charts are kept by digest")
    String contentCache = "";

    @Option(names = "--burst-limit", hidden = true)
    int burstLimit = 100;

    @Option(names = "--qps", hidden = true)
    float qps;

    @Option(names = "--color", paramLabel = "WHEN", description = "never, auto or always", hidden = true)
    public String colour = "auto";

    @Option(names = "--colour", hidden = true)
    String colourBritish = "auto";

    @Option(
            names = "--hints",
            arity = "0..1",
            fallbackValue = "true",
            description = "place and hint under Helm's own error text also where no terminal is")
    boolean hints;

    @Option(names = "--compat", hidden = true)
    String compat = "auto";

    /** Helm's own files and folders. */
    HelmHome home(Console console) {
        return HelmHome.of(console.environment(), System.getProperty("os.name"))
                .with(repositoryConfig, repositoryCache, registryConfig, contentCache);
    }

    /** The namespace where that of a cluster's configuration is only a preference. */
    public String namespace(Console console) {
        String given = namespace.isEmpty() ? console.environment().getOrDefault("HELM_NAMESPACE", "") : namespace;
        if (!given.isEmpty()) {
            return given;
        }
        Path usual = Path.of(console.environment().getOrDefault("HOME", "")).resolve(".kube/config");
        boolean configured = !cluster.kubeconfig.isEmpty()
                || !console.environment().getOrDefault("KUBECONFIG", "").isEmpty()
                || Files.isRegularFile(usual);
        return configured ? cluster.defaultNamespace(console) : "default";
    }
}
