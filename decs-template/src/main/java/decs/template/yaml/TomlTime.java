package decs.template.yaml;

import decs.template.gofmt.GoTime;
import decs.template.gofmt.GoZone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/** TOML's four kinds of time. Those without an offset carry a zone whose name tells what they are, as in the library. */
final class TomlTime {
    private static final String LOCAL_DATE_TIME = "datetime-local";
    private static final String LOCAL_DATE = "date-local";
    private static final String LOCAL_TIME = "time-local";

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendLiteral('T')
            .append(TIME)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DATE_TIME)
            .appendOffset("+HH:MM", "Z")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private TomlTime() {}

    /** The time that {@code text} names, or null when it names none. */
    static GoTime parse(String text) {
        String plain = text.replace('t', 'T').replace('z', 'Z').replace(' ', 'T');
        int fraction = plain.indexOf('.') + 1;
        if (fraction > 0) {
            int end = fraction;
            while (end < plain.length() && Character.isDigit(plain.charAt(end))) {
                end++;
            }
            plain = plain.substring(0, Math.min(end, fraction + 9)) + plain.substring(end);
        }
        try {
            if (plain.length() > 2 && plain.charAt(2) == ':') {
                return local(LocalTime.parse(plain, TIME).atDate(LocalDate.of(0, 1, 1)), LOCAL_TIME);
            }
            if (plain.indexOf('T') < 0) {
                return local(LocalDate.parse(plain, DATE).atStartOfDay(), LOCAL_DATE);
            }
            if (plain.endsWith("Z") || plain.indexOf('+') > 0 || plain.lastIndexOf('-') > plain.indexOf('T')) {
                OffsetDateTime moment = OffsetDateTime.parse(plain, MOMENT);
                int seconds = moment.getOffset().getTotalSeconds();
                GoZone zone = plain.endsWith("Z") ? GoZone.UTC : GoZone.fixed("", seconds);
                return GoTime.of(moment.toInstant(), zone);
            }
            return local(LocalDateTime.parse(plain, DATE_TIME), LOCAL_DATE_TIME);
        } catch (DateTimeException bad) {
            return null;
        }
    }

    private static GoTime local(LocalDateTime wall, String kind) {
        return GoTime.of(wall.toInstant(ZoneOffset.UTC), GoZone.fixed(kind, 0));
    }

    static String format(GoTime time) {
        String layout =
                switch (time.zone().name()) {
                    case LOCAL_DATE_TIME -> "2006-01-02T15:04:05.999999999";
                    case LOCAL_DATE -> "2006-01-02";
                    case LOCAL_TIME -> "15:04:05.999999999";
                    default -> GoTime.RFC3339_NANO;
                };
        return time.format(layout);
    }
}
