package decs.helm.archive;

import decs.helm.chart.ChartException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Tells a gzipped archive from other files by its first bytes, and says what the other file seems to be.
 *
 * <p>Mirrors: loader.ensureArchive, http.DetectContentType
 */
final class ArchiveKind {
    private static final int SNIFFED = 512;

    private ArchiveKind() {}

    /** Throws unless {@code bytes} start as gzip does. */
    static void check(Path path, byte[] bytes) {
        if (startsWith(bytes, 0x1F, 0x8B, 0x08)) {
            return;
        }
        String name = path.toString();
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            throw new ChartException("file '" + path + "' seems to be a YAML file, but expected a gzipped archive");
        }
        throw new ChartException(
                "file '" + path + "' does not appear to be a gzipped archive; got '" + contentType(bytes) + "'");
    }

    private static String contentType(byte[] bytes) {
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return "application/zip";
        }
        if (startsWith(bytes, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        if (startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return "image/png";
        }
        byte[] sniffed = Arrays.copyOf(bytes, SNIFFED); // shorter files are looked at with the zeros behind them
        for (byte b : sniffed) {
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\f' && b != '\r' && b != 0x1B;
            if (control) {
                return "application/octet-stream";
            }
        }
        return "text/plain; charset=utf-8";
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
