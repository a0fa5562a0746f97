package decs.helm.release;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as records hold them: RFC 3339 with as many digits as needed, the zone of whoever wrote them kept. */
final class RecordTime {
    static final String ZERO = "0001-01-01T00:00:00Z";

    private RecordTime() {}

    /** The time that {@code text} says; empty for the empty text, Go's zero time, and what is no time. */
    static Optional<OffsetDateTime> read(String text) {
        if (text.isEmpty() || text.equals(ZERO)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String write(OffsetDateTime time) {
        StringBuilder text = new StringBuilder(35);
        text.append(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(time));
        if (time.getNano() != 0) {
            String digits = String.format("%09d", time.getNano());
            int end = digits.length();
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            text.append('.').append(digits, 0, end);
        }
        boolean utc = time.getOffset().equals(ZoneOffset.UTC);
        return text.append(utc ? "Z" : DateTimeFormatter.ofPattern("xxx").format(time))
                .toString();
    }
}
