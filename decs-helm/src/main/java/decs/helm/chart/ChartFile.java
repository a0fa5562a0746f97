package decs.helm.chart;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One file of a chart: its name relative to the chart's root, with {@code /} separators, and its bytes (not copied:
 * whoever hands them over does not change them afterwards).
 */
public record ChartFile(String name, byte[] data) {
    public ChartFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(data, "data");
    }

    public static ChartFile of(String name, String text) {
        return new ChartFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes as UTF-8 text. */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }
}
