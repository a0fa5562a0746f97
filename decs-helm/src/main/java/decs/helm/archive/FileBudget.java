package decs.helm.archive;

import decs.helm.chart.ChartException;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;

/** Counts the bytes and entries of one chart against {@link Limits}, with Helm's words where Helm has the limit too. */
final class FileBudget {
    private final Limits limits;
    private final HelmVersion version;
    private long bytes;
    private int entries;

    FileBudget(Limits limits, HelmVersion version) {
        this.limits = limits;
        this.version = version;
    }

    /** Counts one file of an archive before it is unpacked. */
    void archived(String name, long size) {
        entry();
        bytes += size;
        if (size < 0 || bytes > limits.maxArchiveBytes()) {
            throw new ChartException(
                    "decompressed chart is larger than the maximum file size " + limits.maxArchiveBytes());
        }
        checkMemory();
        if (version == HelmVersion.V3 && size > limits.maxFileBytes()) {
            throw new ChartException("decompressed chart file \"" + name + "\" is larger than the maximum file size "
                    + limits.maxFileBytes());
        }
    }

    private void checkMemory() {
        if (bytes > MemoryShare.bytes()) {
            throw ChartException.because(
                    "decompressed chart is larger than the maximum file size " + MemoryShare.bytes(),
                    "the chart takes more than half of the memory that this process may use: give it more with -Xmx");
        }
    }

    /** Counts one entry of any kind. */
    void entry() {
        if (++entries > limits.maxArchiveEntries()) {
            throw new ChartException("chart has more than " + limits.maxArchiveEntries() + " files");
        }
    }

    /** Counts one file of a folder before it is read. */
    void inFolder(String name, long size) {
        entry();
        bytes += size;
        checkMemory();
        if (version == HelmVersion.V3 && size > limits.maxFileBytes()) {
            throw new ChartException(
                    "chart file \"" + name + "\" is larger than the maximum file size " + limits.maxFileBytes());
        }
        if (version == HelmVersion.V4 && bytes > limits.maxArchiveBytes()) {
            throw new ChartException("error reading " + name + ": chart exceeds maximum decompressed size of "
                    + limits.maxArchiveBytes() + " bytes");
        }
    }

    /** The most that an archive may inflate to, headers and skipped entries counted. */
    long inflated() {
        return limits.maxArchiveBytes() + 1024L * limits.maxArchiveEntries();
    }
}
