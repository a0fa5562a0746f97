package decs.helm.repo;

import decs.helm.archive.Digests;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.template.semver.Version;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.nio.charset.StandardCharsets;
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

    /** What the index says of it, as it is written there. */
    ValueMap entry() {
        return entry(created);
    }

    private ValueMap entry(String date) {
        ValueMap tree = ChartYaml.tree(metadata);
        tree.put("urls", urls);
        if (!date.isEmpty()) {
            tree.put("created", date);
        }
        if (!digest.isEmpty()) {
            tree.put("digest", digest);
        }
        return tree;
    }

    /** The digest of what the index says of it but for the date, with its {@code sha256:}. */
    String entryDigest() {
        return "sha256:" + Digests.sha256(Yaml.write(entry("")).getBytes(StandardCharsets.UTF_8));
    }
}
