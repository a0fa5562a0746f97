package decs.helm.chart;

import decs.template.gofmt.GoString;
import java.time.Instant;
import java.util.Objects;

/**
 * One file of a chart: its name relative to the chart's root, with {@code /} separators, its bytes (not copied: whoever
 * hands them over does not change them afterwards), and when it was changed last ({@link #NO_TIME} where nothing says).
 */
public record ChartFile(String name, byte[] data, Instant modified) {
    /** Go's zero time. */
    public static final Instant NO_TIME = Instant.parse("0001-01-01T00:00:00Z");

    public ChartFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(modified, "modified");
    }

    public ChartFile(String name, byte[] data) {
        this(name, data, NO_TIME);
    }

    public static ChartFile of(String name, String text) {
        return new ChartFile(name, GoString.bytes(text));
    }

    /** The bytes as text; what is no UTF-8 is carried as lone surrogates. */
    public String text() {
        return GoString.of(data);
    }
}
