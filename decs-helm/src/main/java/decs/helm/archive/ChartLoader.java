package decs.helm.archive;

import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/** Loads charts from folders and archives, with their subcharts. Safe to call from many threads. */
public final class ChartLoader {
    private final HelmVersion version;
    private final Limits limits;

    public ChartLoader(HelmVersion version, Limits limits) {
        this.version = Objects.requireNonNull(version, "version");
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * The chart in a folder or a .tgz file.
     *
     * @throws decs.template.source.DecsException with Helm's text
     */
    public Chart load(Path path) {
        throw new UnsupportedOperationException("being written for " + version + limits);
    }

    /** The chart in an archive; the stream is read to its end and not closed. */
    public Chart loadArchive(InputStream archive) {
        throw new UnsupportedOperationException("being written");
    }
}
