package decs.helm.archive;

import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of a chart in a .tgz, read in one pass; nothing touches the disk. */
final class ArchiveReader {
    private static final int BUFFER = 1 << 16;

    private final FileBudget budget;
    private final Set<String> seen = new HashSet<>();
    private final List<ChartFile> files = new ArrayList<>();

    ArchiveReader(FileBudget budget) {
        this.budget = budget;
    }

    List<ChartFile> read(InputStream archive) {
        try (BoundedStream inflated = new BoundedStream(new GZIPInputStream(archive, BUFFER), budget.inflated());
                TarArchiveInputStream tar = new TarArchiveInputStream(inflated, StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = next(tar, inflated); entry != null; entry = next(tar, inflated)) {
                entry(tar, entry);
            }
        } catch (EOFException cut) {
            throw new ChartException("unexpected EOF", List.of(), cut);
        } catch (ZipException noGzip) {
            throw new ChartException("gzip: invalid header", List.of(), noGzip);
        } catch (IOException | IllegalArgumentException broken) {
            throw ChartException.because("archive/tar: invalid tar header", String.valueOf(broken.getMessage()));
        }
        if (files.isEmpty()) {
            throw new ChartException("no files in chart archive");
        }
        return files;
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar, BoundedStream inflated) throws IOException {
        inflated.header();
        TarArchiveEntry entry = tar.getNextEntry();
        inflated.content();
        return entry;
    }

    private void entry(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        if (entry.isDirectory() || entry.isGlobalPaxHeader() || entry.isPaxHeader()) {
            budget.entry();
            return;
        }
        String path = EntryName.inChart(entry.getName());
        if (!isPlainFile(entry)) {
            throw ChartException.because(
                    "chart contains illegally named files", entry.getName() + " is a link or a device, not a file");
        }
        EntryName.once(path, seen);
        budget.archived(entry.getName(), entry.getSize());
        byte[] data = new byte[(int) entry.getSize()];
        if (tar.readNBytes(data, 0, data.length) < data.length) {
            throw new EOFException(path);
        }
        files.add(new ChartFile(path, ByteMark.strip(data), modified(entry)));
    }

    private static boolean isPlainFile(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isSymbolicLink()
                && !entry.isLink()
                && !entry.isSparse()
                && !entry.isFIFO()
                && !entry.isBlockDevice()
                && !entry.isCharacterDevice();
    }

    private static Instant modified(TarArchiveEntry entry) {
        return entry.getLastModifiedTime().toInstant();
    }

    /** Stops a stream that inflates to more than anyone asked for, and headers that are larger than any name is. */
    private static final class BoundedStream extends InputStream {
        private static final long MOST_HEADER = 2L << 20;

        private final InputStream in;
        private long left;
        private long headerLeft;

        BoundedStream(InputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        void header() {
            headerLeft = MOST_HEADER;
        }

        void content() {
            headerLeft = Long.MAX_VALUE;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = in.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void count(int bytes) {
            left -= bytes;
            headerLeft -= bytes;
            if (headerLeft < 0) {
                throw new ChartException("archive/tar: header field too long");
            }
            if (left < 0) {
                throw new ChartException("decompressed chart is larger than the maximum file size");
            }
        }
    }
}
