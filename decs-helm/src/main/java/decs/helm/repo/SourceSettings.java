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
        return changed(draft -> draft.environment = environment);
    }

    public SourceSettings withHome(HelmHome home, boolean keptIndexes) {
        return changed(draft -> {
            draft.home = Optional.of(home);
            draft.keptIndexes = keptIndexes;
        });
    }

    /** @param plainHttp whether every OCI registry is reached without TLS */
    public SourceSettings withAccess(Access access, boolean plainHttp) {
        return changed(draft -> {
            draft.access = access;
            draft.plainHttp = plainHttp;
        });
    }

    public SourceSettings withLedger(Ledger ledger) {
        return changed(draft -> draft.ledger = ledger);
    }

    public SourceSettings withReaders(Readers readers) {
        return changed(draft -> draft.readers = readers);
    }

    public SourceSettings withWarnings(Consumer<String> warnings) {
        return changed(draft -> draft.warnings = warnings);
    }

    private SourceSettings changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new SourceSettings(
                repositories,
                cache,
                refresh,
                retries,
                timeout,
                draft.plainHttp,
                draft.environment,
                draft.home,
                draft.keptIndexes,
                draft.access,
                draft.ledger,
                draft.readers,
                draft.warnings);
    }

    /** What can be changed one by one. */
    private static final class Draft {
        private boolean plainHttp;
        private Map<String, String> environment;
        private Optional<HelmHome> home;
        private boolean keptIndexes;
        private Access access;
        private Ledger ledger;
        private Readers readers;
        private Consumer<String> warnings;

        Draft(SourceSettings from) {
            plainHttp = from.plainHttp;
            environment = from.environment;
            home = from.home;
            keptIndexes = from.keptIndexes;
            access = from.access;
            ledger = from.ledger;
            readers = from.readers;
            warnings = from.warnings;
        }
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
