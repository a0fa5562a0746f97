package decs.testing.report;

import java.time.LocalDateTime;
import java.util.Objects;

/** Where and when tests were run, for the head of a report. */
public record ReportPlace(LocalDateTime time, String host, String user, String folder, String language) {
    public ReportPlace {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(language, "language");
    }
}
