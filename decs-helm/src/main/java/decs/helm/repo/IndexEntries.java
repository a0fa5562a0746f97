package decs.helm.repo;

import decs.helm.chart.ChartException;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.HelmVersion;
import decs.helm.chart.MetadataRules;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The items of one chart in an index as versions. What is broken is left out with a warning; of a version that is there
 * twice, the first counts.
 *
 * <p>Mirrors: repo.loadIndex
 */
final class IndexEntries {
    private static final ChartYaml YAML = new ChartYaml(HelmVersion.V4);

    private final String origin;
    private final Consumer<String> warnings;

    IndexEntries(String origin, Consumer<String> warnings) {
        this.origin = origin;
        this.warnings = warnings;
    }

    List<ChartVersion> versions(String chart, Object items) {
        List<ChartVersion> versions = new ArrayList<>();
        if (items == null) {
            return versions;
        }
        if (!(items instanceof List<?> list)) {
            skipped(chart, "the versions are no list");
            return versions;
        }
        Set<String> seen = new HashSet<>();
        for (Object item : list) {
            if (item == null) {
                skipped(chart, "empty entry");
                continue;
            }
            try {
                ChartVersion version = version(item);
                if (seen.add(version.version().original())) {
                    versions.add(version);
                } else {
                    warnings.accept("chart \"" + chart + "\" has version "
                            + version.version().original() + " twice in " + origin + "; the first counts");
                }
            } catch (DecsException broken) {
                skipped(chart, broken.getMessage());
            }
        }
        versions.sort(RepositoryIndex.newestFirst());
        return List.copyOf(versions);
    }

    private void skipped(String chart, String why) {
        warnings.accept("skipping loading invalid entry for chart \"" + chart + "\" from " + origin + ": " + why);
    }

    private static ChartVersion version(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            throw new ChartException("the entry is no mapping");
        }
        ChartMetadata metadata = YAML.readTree(map);
        metadata = MetadataRules.check(metadata.apiVersion().isEmpty() ? metadata.withApiVersion("v1") : metadata);
        List<String> urls = map.get("urls") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new ChartVersion(
                metadata, Version.parse(metadata.version()), urls, text(map, "digest"), text(map, "created"));
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value instanceof String text ? text : "";
    }
}
