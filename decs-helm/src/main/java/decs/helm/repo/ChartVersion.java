package decs.helm.repo;

import decs.template.semver.Version;
import java.util.List;
import java.util.Objects;

/**
 * One version of one chart in a repository's index.
 *
 * @param urls where the archive is, absolute or relative to the repository
 * @param digest the archive's SHA-256 in hex, or the empty text
 */
public record ChartVersion(
        String name,
        Version version,
        String appVersion,
        String description,
        List<String> urls,
        String digest,
        String created,
        boolean deprecated) {
    public ChartVersion {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        urls = List.copyOf(urls);
    }
}
