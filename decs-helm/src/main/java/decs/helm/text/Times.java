package decs.helm.text;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times in the three forms that Helm prints. */
final class Times {
    private Times() {}

    /** {@code Mon Jan _2 15:04:05 2006}. */
    static String ansi(Optional<OffsetDateTime> time) {
        return time.map(t -> DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
                        .format(t))
                .orElse("Mon Jan  1 00:00:00 0001");
    }

    /** Go's default form: {@code 2006-01-02 15:04:05.999999999 -0700 MST}. */
    static String go(Optional<OffsetDateTime> time) {
        if (time.isEmpty()) {
            return "-";
        }
        OffsetDateTime t = time.get();
        String zone = t.getOffset().equals(ZoneOffset.UTC)
                ? "+0000 UTC"
                : DateTimeFormatter.ofPattern("xx xx").format(t);
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(t) + fraction(t) + " " + zone;
    }

    /** RFC 3339; with {@code nanos} as many digits as needed. */
    static String rfc3339(Optional<OffsetDateTime> time, boolean nanos) {
        if (time.isEmpty()) {
            return "";
        }
        OffsetDateTime t = time.get();
        String zone = t.getOffset().equals(ZoneOffset.UTC)
                ? "Z"
                : DateTimeFormatter.ofPattern("xxx").format(t);
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").format(t) + (nanos ? fraction(t) : "") + zone;
    }

    private static String fraction(OffsetDateTime t) {
        return t.getNano() == 0 ? "" : ("." + String.format(Locale.ROOT, "%09d", t.getNano())).replaceAll("0+$", "");
    }
}
