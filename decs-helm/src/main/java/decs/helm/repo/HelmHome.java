package decs.helm.repo;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Helm's own files and folders, so that {@code decs helm} and {@code helm} see the same repositories and logins.
 *
 * @param repositoryConfig repositories.yaml
 * @param repositoryCache the folder of the indexes
 * @param registryConfig credentials of OCI registries, in Docker's form
 * @param contentCache the folder of charts by digest
 * @param data the folder of starters and plugins
 */
public record HelmHome(Path repositoryConfig, Path repositoryCache, Path registryConfig, Path contentCache, Path data) {
    public HelmHome {
        Objects.requireNonNull(repositoryConfig, "repositoryConfig");
        Objects.requireNonNull(repositoryCache, "repositoryCache");
        Objects.requireNonNull(registryConfig, "registryConfig");
        Objects.requireNonNull(contentCache, "contentCache");
        Objects.requireNonNull(data, "data");
    }

    /** Where {@code HELM_*}, {@code XDG_*} and the system's customs say. */
    public static HelmHome of(Map<String, String> environment, String system) {
        Homes homes = new Homes(environment, system.toLowerCase(Locale.ROOT));
        Path cache = homes.folder("HELM_CACHE_HOME", "XDG_CACHE_HOME", ".cache", "Library/Caches", "TEMP");
        Path config = homes.folder("HELM_CONFIG_HOME", "XDG_CONFIG_HOME", ".config", "Library/Preferences", "APPDATA");
        Path data = homes.folder("HELM_DATA_HOME", "XDG_DATA_HOME", ".local/share", "Library", "APPDATA");
        return new HelmHome(
                homes.or("HELM_REPOSITORY_CONFIG", config.resolve("repositories.yaml")),
                homes.or("HELM_REPOSITORY_CACHE", cache.resolve("repository")),
                homes.or("HELM_REGISTRY_CONFIG", config.resolve("registry/config.json")),
                homes.or("HELM_CONTENT_CACHE", cache.resolve("content")),
                data);
    }

    private record Homes(Map<String, String> environment, String system) {
        Path folder(String own, String xdg, String linux, String mac, String windows) {
            String given = environment.getOrDefault(own, "");
            if (!given.isEmpty()) {
                return Path.of(given);
            }
            String base = environment.getOrDefault(xdg, "");
            if (!base.isEmpty()) {
                return Path.of(base, "helm");
            }
            if (system.startsWith("windows")) {
                return Path.of(environment.getOrDefault(windows, System.getProperty("java.io.tmpdir")), "helm");
            }
            String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
            return Path.of(home, system.startsWith("mac") ? mac : linux, "helm");
        }

        Path or(String variable, Path usual) {
            String given = environment.getOrDefault(variable, "");
            return given.isEmpty() ? usual : Path.of(given);
        }
    }

    /** The same with what options say; empty texts change nothing. */
    public HelmHome with(String repositoryConfig, String repositoryCache, String registryConfig, String contentCache) {
        return new HelmHome(
                or(repositoryConfig, this.repositoryConfig),
                or(repositoryCache, this.repositoryCache),
                or(registryConfig, this.registryConfig),
                or(contentCache, this.contentCache),
                data);
    }

    private static Path or(String given, Path usual) {
        return given.isEmpty() ? usual : Path.of(given);
    }

    /** The index of the repository called {@code name}, as {@code helm repo update} keeps it. */
    public Path index(String name) {
        return repositoryCache.resolve(name + "-index.yaml");
    }

    /** The names of its charts, one a line. */
    public Path charts(String name) {
        return repositoryCache.resolve(name + "-charts.txt");
    }
}
