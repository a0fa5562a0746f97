package decs.helm.repo;

import decs.helm.chart.ChartMetadata;
import decs.template.semver.Version;
import java.util.List;
import java.util.Objects;

/**
 * One version of one chart in a repository's index.
 *
 * @param urls where the archive is, absolute or relative to the repository
 * @param digest the archive's SHA-256 in hex, or the empty text
 * @param created when it was published, as written
 */
public record ChartVersion(ChartMetadata metadata, Version version, List<String> urls, String digest, String created) {
    public ChartVersion {
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(version, "version");
        urls = List.copyOf(urls);
    }

    public String name() {
        return metadata.name();
    }
}
