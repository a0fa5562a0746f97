package decs.helm.repo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How charts are fetched.
 *
 * @param repositories those that may be named ({@code name/chart}), a later one over an earlier one of the same name
 * @param cache the folder for what was downloaded
 * @param refresh whether indexes in the cache are checked against the server
 * @param plainHttp whether every OCI registry is reached without TLS
 * @param retries how often an address that cannot be reached is tried again
 */
public record SourceSettings(
        List<Repository> repositories, Path cache, boolean refresh, int retries, Duration timeout, boolean plainHttp) {
    public SourceSettings {
        repositories = List.copyOf(repositories);
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(timeout, "timeout");
    }

    /** Defaults: the user's cache folder, indexes checked, no retries, two minutes. */
    public static SourceSettings of(List<Repository> repositories, Map<String, String> environment) {
        return new SourceSettings(repositories, cacheFolder(environment), true, 0, Duration.ofMinutes(2), false);
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
