package decs.helm.repo;

import decs.helm.http.Access;
import decs.helm.http.Readers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How charts are fetched.
 *
 * @param repositories those that may be named ({@code name/chart}), a later one over an earlier one of the same name
 * @param cache the folder for what was downloaded
 * @param refresh whether indexes in the cache are checked against the server
 * @param retries how often an address that cannot be reached is tried again
 * @param plainHttp whether every OCI registry is reached without TLS
 * @param environment names proxies and Docker's file of logins
 * @param home Helm's own files, where logins and kept indexes are
 * @param keptIndexes whether the index that Helm keeps of a named repository is used as it is
 * @param access for addresses and registries that no repository stands for
 * @param ledger what is known of charts beforehand
 * @param readers of addresses that are not the web's
 * @param warnings takes what was left out of an index, one line each
 */
public record SourceSettings(
        List<Repository> repositories,
        Path cache,
        boolean refresh,
        int retries,
        Duration timeout,
        boolean plainHttp,
        Map<String, String> environment,
        Optional<HelmHome> home,
        boolean keptIndexes,
        Access access,
        Ledger ledger,
        Readers readers,
        Consumer<String> warnings) {
    public SourceSettings {
        repositories = List.copyOf(repositories);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(readers, "readers");
        Objects.requireNonNull(warnings, "warnings");
    }

    public SourceSettings(
            List<Repository> repositories,
            Path cache,
            boolean refresh,
            int retries,
            Duration timeout,
            boolean plainHttp) {
        this(
                repositories,
                cache,
                refresh,
                retries,
                timeout,
                plainHttp,
                Map.of(),
                Optional.empty(),
                false,
                Access.anonymous(""),
                Ledger.NONE,
                Readers.NONE,
                warning -> {});
    }

    /** Defaults: the user's cache folder, indexes checked, no retries, two minutes. */
    public static SourceSettings of(List<Repository> repositories, Map<String, String> environment) {
        return new SourceSettings(repositories, cacheFolder(environment), true, 0, Duration.ofMinutes(2), false)
                .withEnvironment(environment);
    }

    public SourceSettings withEnvironment(Map<String, String> environment) {
        return new SourceSettings(
                repositories,
                cache,
                refresh,
                retries,
                timeout,
                plainHttp,
                environment,
                home,
                keptIndexes,
                access,
                ledger,
                readers,
                warnings);
    }

    public SourceSettings withHome(HelmHome home, boolean keptIndexes) {
        return new SourceSettings(
                repositories,
                cache,
                refresh,
                retries,
                timeout,
                plainHttp,
                environment,
                Optional.of(home),
                keptIndexes,
                access,
                ledger,
                readers,
                warnings);
    }

    /** @param plainHttp whether every OCI registry is reached without TLS */
    public SourceSettings withAccess(Access access, boolean plainHttp) {
        return new SourceSettings(
                repositories,
                cache,
                refresh,
                retries,
                timeout,
                plainHttp,
                environment,
                home,
                keptIndexes,
                access,
                ledger,
                readers,
                warnings);
    }

    public SourceSettings withLedger(Ledger ledger) {
        return new SourceSettings(
                repositories,
                cache,
                refresh,
                retries,
                timeout,
                plainHttp,
                environment,
                home,
                keptIndexes,
                access,
                ledger,
                readers,
                warnings);
    }

    public SourceSettings withReaders(Readers readers) {
        return new SourceSettings(
                repositories,
                cache,
                refresh,
                retries,
                timeout,
                plainHttp,
                environment,
                home,
                keptIndexes,
                access,
                ledger,
                readers,
                warnings);
    }

    public SourceSettings withWarnings(Consumer<String> warnings) {
        return new SourceSettings(
                repositories,
                cache,
                refresh,
                retries,
                timeout,
                plainHttp,
                environment,
                home,
                keptIndexes,
                access,
                ledger,
                readers,
                warnings);
    }

    /** {@code $DECS_CACHE}, else {@code $XDG_CACHE_HOME/decs}, else {@code ~/.cache/decs}. */
    public static Path cacheFolder(Map<String, String> environment) {
        String own = environment.getOrDefault("DECS_CACHE", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        return xdg.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache", "decs")
                : Path.of(xdg, "decs");
    }
}
