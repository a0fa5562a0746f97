package decs.helm.repo;

import java.util.Objects;

/**
 * A chart in decs.lock.
 *
 * @param source the repository, or the address of the chart itself
 * @param chart its name in the repository; empty where the source is the chart itself
 * @param wanted the version or constraint as it was asked for
 * @param version what was found for it
 * @param digest of the archive, with its {@code sha256:}
 * @param entry the digest of what the repository's index says of it; empty where it comes from no index
 * @param file the copy, relative to the folder of decs.lock; empty when there is none
 */
public record LockedChart(
        String source, String chart, String wanted, String version, String digest, String entry, String file) {
    public LockedChart {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(wanted, "wanted");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(file, "file");
    }

    /** What it was asked for by. */
    String key() {
        return key(source, chart, wanted);
    }

    static String key(String source, String chart, String wanted) {
        return source + " " + chart + " " + wanted;
    }

    LockedChart at(String file) {
        return new LockedChart(source, chart, wanted, version, digest, entry, file);
    }

    /** The chart and the version that was wanted, for messages. */
    String shown() {
        return (chart.isEmpty() ? source : chart + " from " + source) + (wanted.isEmpty() ? "" : " (" + wanted + ")");
    }
}
