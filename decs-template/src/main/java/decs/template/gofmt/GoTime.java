package decs.template.gofmt;

import decs.template.language.TemplateObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Objects;
import java.util.Optional;

/** A {@code time.Time}: a moment to the nanosecond and the zone it is shown in; templates can call its methods. */
public final class GoTime implements TemplateObject, Comparable<GoTime> {
    /** Go's zero time. */
    public static final GoTime ZERO = of(LocalDateTime.of(1, 1, 1, 0, 0), GoZone.UTC);

    public static final String RFC3339_NANO = "2006-01-02T15:04:05.999999999Z07:00";
    private static final String TEXT = "2006-01-02 15:04:05.999999999 -0700 MST";

    private final long seconds;
    private final int nanos;
    private final GoZone zone;

    private GoTime(long seconds, int nanos, GoZone zone) {
        this.seconds = seconds;
        this.nanos = nanos;
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    public static GoTime of(Instant instant, GoZone zone) {
        return new GoTime(instant.getEpochSecond(), instant.getNano(), zone);
    }

    /** Mirrors: time.Unix. */
    public static GoTime ofUnix(long seconds, GoZone zone) {
        return new GoTime(seconds, 0, zone);
    }

    /** Mirrors: time.Date, also for wall times that a zone skips or has twice. */
    public static GoTime of(LocalDateTime wall, GoZone zone) {
        long asUtc = wall.toEpochSecond(ZoneOffset.UTC);
        int offset = zone.offset(asUtc);
        if (offset != 0) {
            offset = zone.offset(asUtc - offset);
        }
        return new GoTime(asUtc - offset, wall.get(ChronoField.NANO_OF_SECOND), zone);
    }

    /**
     * Mirrors: time.ParseInLocation with the host's zone.
     *
     * @throws decs.template.language.FunctionException with Go's text, {@code parsing time "x" as "y": …}
     */
    public static GoTime parse(String layout, String text, ZoneId host) {
        GoZone local = GoZone.local(host);
        return new TimeParser(layout, text, local, local).parse();
    }

    /** Mirrors: time.Parse: UTC where the text names no zone. */
    public static GoTime parseUtc(String layout, String text, ZoneId host) {
        return new TimeParser(layout, text, GoZone.UTC, GoZone.local(host)).parse();
    }

    /** Seconds since 1970. */
    public long seconds() {
        return seconds;
    }

    /** Nanoseconds within the second. */
    public int nanos() {
        return nanos;
    }

    public GoZone zone() {
        return zone;
    }

    /** The offset from UTC in seconds. */
    public int offset() {
        return zone.offset(seconds);
    }

    /** The moment, cut to what {@link Instant} can hold. */
    public Instant instant() {
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** The same moment shown in another zone. */
    public GoTime in(GoZone other) {
        return new GoTime(seconds, nanos, other);
    }

    /** The date and time on the wall. */
    public LocalDateTime wall() {
        try {
            return LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.ofTotalSeconds(offset()));
        } catch (DateTimeException beyond) {
            return seconds < 0 ? LocalDateTime.MIN : LocalDateTime.MAX;
        }
    }

    /** The text by a Go layout, such as {@code 2006-01-02}. */
    public String format(String layout) {
        return TimeFormat.format(this, layout);
    }

    public GoTime plus(GoDuration duration) {
        long sum = nanos + Math.floorMod(duration.nanos(), GoDuration.SECOND);
        long carry = sum / GoDuration.SECOND;
        return new GoTime(
                seconds + Math.floorDiv(duration.nanos(), GoDuration.SECOND) + carry,
                (int) (sum % GoDuration.SECOND),
                zone);
    }

    /** Mirrors: Time.Sub: saturates. */
    public GoDuration minus(GoTime other) {
        long whole = seconds - other.seconds;
        long limit = Long.MAX_VALUE / GoDuration.SECOND;
        if (Math.abs(whole) >= limit) {
            return GoDuration.ofNanos(compareTo(other) < 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
        return GoDuration.ofNanos(whole * GoDuration.SECOND + nanos - other.nanos);
    }

    /** Whether this is Go's zero time. */
    public boolean isZero() {
        return seconds == ZERO.seconds && nanos == 0;
    }

    @Override
    public String goType() {
        return "time.Time";
    }

    @Override
    public Optional<Member> member(String name) {
        return TimeMembers.find(this, name);
    }

    @Override
    public String goString() {
        return format(TEXT);
    }

    /** Mirrors: Time.MarshalJSON. */
    @Override
    public Object jsonValue() {
        return format(RFC3339_NANO);
    }

    @Override
    public Object yamlValue() {
        return this;
    }

    @Override
    public int compareTo(GoTime other) {
        return seconds != other.seconds ? Long.compare(seconds, other.seconds) : Integer.compare(nanos, other.nanos);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoTime that && that.seconds == seconds && that.nanos == nanos && that.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seconds) * 31 + nanos;
    }

    @Override
    public String toString() {
        return goString();
    }
}
