package decs.core.request;

import decs.core.functions.Trust;
import decs.core.secret.ReferenceModules;
import decs.helm.chart.HelmVersion;
import decs.helm.http.Readers;
import decs.helm.kube.ClusterAccess;
import decs.helm.repo.Ledger;
import decs.helm.repo.SourceSettings;
import decs.template.language.Host;
import decs.template.language.Limits;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What holds for everything that one {@code Decs} does.
 *
 * @param helm whose behaviour counts where Helm 3 and Helm 4 differ
 * @param trust what templates of a repository may do outside
 * @param access how to get to clusters
 * @param local a folder that stands for the cluster: objects and records are kept there as YAML files
 * @param references who is asked for references whose scheme is not built in
 * @param standardInput the text of the state file {@code -}
 */
public record Settings(
        HelmVersion helm,
        Host host,
        Limits limits,
        Trust trust,
        Fetching fetching,
        ClusterAccess access,
        Optional<Path> local,
        ReferenceModules references,
        Supplier<String> standardInput) {
    public Settings {
        Objects.requireNonNull(helm, "helm");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(trust, "trust");
        Objects.requireNonNull(fetching, "fetching");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(references, "references");
        Objects.requireNonNull(standardInput, "standardInput");
    }

    /**
     * How charts are fetched.
     *
     * @param cache where downloads are kept
     * @param refresh whether indexes that are kept are checked against their server
     * @param retries how often an address that cannot be reached is tried again
     * @param plainHttp whether registries are reached without TLS
     * @param ledger what is known of charts beforehand: the lock of the deployment repository
     * @param readers of addresses that are not the web's
     */
    public record Fetching(
            Path cache, boolean refresh, int retries, boolean plainHttp, Ledger ledger, Readers readers) {
        public Fetching {
            Objects.requireNonNull(cache, "cache");
            Objects.requireNonNull(ledger, "ledger");
            Objects.requireNonNull(readers, "readers");
        }

        public Fetching(Path cache, boolean refresh, int retries, boolean plainHttp) {
            this(cache, refresh, retries, plainHttp, Ledger.NONE, Readers.installed());
        }

        public Fetching withLedger(Ledger ledger) {
            return new Fetching(cache, refresh, retries, plainHttp, ledger, readers);
        }
    }

    /** Helm 4, this machine, the user's cache folder and kubeconfig. */
    public static Settings defaults() {
        Host host = Host.system();
        return new Settings(
                HelmVersion.V4,
                host,
                Limits.defaults(),
                Trust.FULL,
                new Fetching(SourceSettings.cacheFolder(host.environment()), true, 0, false),
                ClusterAccess.fromEnvironment(),
                Optional.empty(),
                ReferenceModules.installed(),
                () -> "");
    }

    public Settings withHelm(HelmVersion helm) {
        return new Settings(helm, host, limits, trust, fetching, access, local, references, standardInput);
    }

    public Settings withHost(Host host) {
        return new Settings(helm, host, limits, trust, fetching, access, local, references, standardInput);
    }

    public Settings withLimits(Limits limits) {
        return new Settings(helm, host, limits, trust, fetching, access, local, references, standardInput);
    }

    public Settings withTrust(Trust trust) {
        return new Settings(helm, host, limits, trust, fetching, access, local, references, standardInput);
    }

    public Settings withFetching(Fetching fetching) {
        return new Settings(helm, host, limits, trust, fetching, access, local, references, standardInput);
    }

    public Settings withAccess(ClusterAccess access) {
        return new Settings(helm, host, limits, trust, fetching, access, local, references, standardInput);
    }

    public Settings withStandardInput(Supplier<String> standardInput) {
        return new Settings(helm, host, limits, trust, fetching, access, local, references, standardInput);
    }

    public Settings withReferences(ReferenceModules references) {
        return new Settings(helm, host, limits, trust, fetching, access, local, references, standardInput);
    }

    public Settings withLocal(Path folder) {
        return new Settings(
                helm, host, limits, trust, fetching, access, Optional.of(folder), references, standardInput);
    }
}
