package decs.template.sprig;

import static decs.template.language.GoKind.ANY;

import decs.template.gofmt.GoDuration;
import decs.template.gofmt.GoFloat;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoInteger;
import decs.template.gofmt.GoNumber;
import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import java.util.OptionalDouble;

/** The durations of Helm 4: a Go duration text, or a number (also as text) of seconds. */
final class DurationFunctions {
    private static final GoDuration ZERO = GoDuration.ofNanos(0);

    private static final FunctionTable TABLE = FunctionTable.builder()
            .of("mustToDuration", ANY, DurationFunctions::duration)
            .of("durationSeconds", ANY, value -> orZero(value).seconds())
            .of("durationMinutes", ANY, value -> orZero(value).minutes())
            .of("durationHours", ANY, value -> orZero(value).hours())
            .of("durationDays", ANY, value -> orZero(value).hours() / 24)
            .of("durationWeeks", ANY, value -> orZero(value).hours() / 24 / 7)
            .of("durationMilliseconds", ANY, value -> orZero(value).nanos() / GoDuration.MILLISECOND)
            .of("durationMicroseconds", ANY, value -> orZero(value).nanos() / GoDuration.MICROSECOND)
            .of("durationNanoseconds", ANY, value -> orZero(value).nanos())
            .of("durationRoundTo", ANY, ANY, (value, step) -> orZero(value)
                    .round(orZero(step).nanos()))
            .of("durationTruncateTo", ANY, ANY, (value, step) -> orZero(value)
                    .truncate(orZero(step).nanos()))
            .build();

    private DurationFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    private static GoDuration orZero(Object value) {
        try {
            return duration(value);
        } catch (FunctionException bad) {
            return ZERO;
        }
    }

    private static GoDuration duration(Object value) {
        if (value instanceof GoDuration duration) {
            return duration;
        }
        if (value instanceof String text) {
            return ofText(text);
        }
        if (value instanceof Double || value instanceof Float) {
            return ofSeconds(((Number) value).doubleValue());
        }
        if (value instanceof Number number) {
            return ofWhole(number);
        }
        throw new FunctionException(
                value == null ? "invalid duration" : "unsupported duration type " + GoTypes.typeName(value));
    }

    private static GoDuration ofText(String text) {
        String trimmed = Runes.trimSpace(text);
        if (trimmed.isEmpty()) {
            throw new FunctionException("empty duration");
        }
        try {
            return GoDuration.parse(trimmed);
        } catch (FunctionException bad) {
            OptionalDouble seconds = GoNumber.parseFloat(trimmed);
            if (seconds.isEmpty()) {
                throw new FunctionException("could not parse duration " + GoFormat.quote(text), bad);
            }
            return ofSeconds(seconds.getAsDouble());
        }
    }

    private static GoDuration ofSeconds(double seconds) {
        if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
            throw new FunctionException("invalid duration seconds: " + GoFloat.print(seconds));
        }
        double nanos = seconds * GoDuration.SECOND;
        if (Math.abs(nanos) >= 0x1p63) {
            throw new FunctionException("duration seconds overflow: " + GoFloat.print(seconds));
        }
        return GoDuration.ofNanos((long) nanos);
    }

    private static GoDuration ofWhole(Number number) {
        long seconds = number.longValue();
        boolean beyond = number instanceof GoInteger integer && integer.isUnsigned() && seconds < 0;
        if (beyond || seconds == Long.MIN_VALUE || Math.abs(seconds) > Long.MAX_VALUE / GoDuration.SECOND) {
            throw new FunctionException("duration seconds overflow: " + number);
        }
        return GoDuration.ofNanos(seconds * GoDuration.SECOND);
    }
}
