package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.STRING;
import static decs.template.language.GoKind.TIME;

import decs.template.gofmt.GoDuration;
import decs.template.gofmt.GoInteger;
import decs.template.gofmt.GoNumber;
import decs.template.gofmt.GoTime;
import decs.template.gofmt.GoZone;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import decs.template.language.WideInt;
import java.time.Clock;
import java.util.List;

/** Sprig's dates. Clock and local zone are the host's. */
final class DateFunctions {
    private static final String DAY = "2006-01-02";

    private static final FunctionTable TABLE = FunctionTable.builder()
            .calling("now", List.of(), (call, args) -> now(call))
            .calling("ago", List.of(ANY), DateFunctions::ago)
            .calling("date", List.of(STRING, ANY), (call, args) -> format(call, args[0], args[1], "Local"))
            .calling(
                    "dateInZone", List.of(STRING, ANY, STRING), (call, args) -> format(call, args[0], args[1], args[2]))
            .alias("date_in_zone", "dateInZone")
            .calling("htmlDate", List.of(ANY), (call, args) -> format(call, DAY, args[0], "Local"))
            .calling("htmlDateInZone", List.of(ANY, STRING), (call, args) -> format(call, DAY, args[0], args[1]))
            .of("dateModify", STRING, TIME, DateFunctions::modify)
            .alias("date_modify", "dateModify")
            .of("mustDateModify", STRING, TIME, DateFunctions::mustModify)
            .alias("must_date_modify", "mustDateModify")
            .of("duration", ANY, DateFunctions::duration)
            .calling("durationRound", List.of(ANY), DateFunctions::durationRound)
            .calling("toDate", List.of(STRING, STRING), DateFunctions::toDate)
            .calling("mustToDate", List.of(STRING, STRING), DateFunctions::mustToDate)
            .of("unixEpoch", TIME, time -> Long.toString(((GoTime) time).seconds()))
            .build();

    private DateFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    private static GoTime now(FunctionCall call) {
        Clock clock = call.host().clock();
        return GoTime.of(clock.instant(), GoZone.local(clock.getZone()));
    }

    private static Object ago(FunctionCall call, Object[] args) {
        GoTime now = now(call);
        GoTime then = now;
        if (args[0] instanceof GoTime time) {
            then = time;
        } else if (args[0] instanceof Long || isInt(args[0])) {
            then = GoTime.ofUnix(((Number) args[0]).longValue(), now.zone());
        }
        return now.minus(then).round(GoDuration.SECOND).goString();
    }

    private static boolean isInt(Object value) {
        return value instanceof Integer || value instanceof WideInt;
    }

    /** What is neither a time nor an integer is taken for now. */
    private static Object format(FunctionCall call, Object layout, Object date, Object zone) {
        GoTime time = now(call);
        if (date instanceof GoTime given) {
            time = given;
        } else if (date instanceof Long || isInt(date) || isInt32(date)) {
            time = GoTime.ofUnix(((Number) date).longValue(), time.zone());
        }
        GoZone shown = GoZone.load((String) zone, call.host().clock().getZone()).orElse(GoZone.UTC);
        return time.in(shown).format((String) layout);
    }

    private static boolean isInt32(Object value) {
        return value instanceof GoInteger integer && integer.type().equals("int32");
    }

    private static Object modify(Object duration, Object time) {
        try {
            return mustModify(duration, time);
        } catch (FunctionException bad) {
            return time;
        }
    }

    private static Object mustModify(Object duration, Object time) {
        return ((GoTime) time).plus(GoDuration.parse((String) duration));
    }

    /** Seconds, as a text or an int64. */
    private static Object duration(Object value) {
        long seconds = 0;
        if (value instanceof String text) {
            seconds = GoNumber.nearestInt(text, 10);
        } else if (value instanceof Long number) {
            seconds = number;
        }
        return GoDuration.ofNanos(seconds * GoDuration.SECOND).goString();
    }

    /** The largest unit that there is more than one of, without a sign: {@code 2h10m5s} becomes {@code 2h}. */
    private static Object durationRound(FunctionCall call, Object[] args) {
        long nanos = 0;
        if (args[0] instanceof String text) {
            nanos = parsed(text);
        } else if (args[0] instanceof Long number) {
            nanos = number;
        } else if (args[0] instanceof GoTime time) {
            nanos = now(call).minus(time).nanos();
        }
        long size = nanos < 0 ? -nanos : nanos;
        long day = 24 * GoDuration.HOUR;
        long[] units = {365 * day, 30 * day, day, GoDuration.HOUR, GoDuration.MINUTE, GoDuration.SECOND};
        String[] names = {"y", "mo", "d", "h", "m", "s"};
        for (int i = 0; i < units.length; i++) {
            if (Long.compareUnsigned(size, units[i]) > 0) {
                return Long.divideUnsigned(size, units[i]) + names[i];
            }
        }
        return "0s";
    }

    private static long parsed(String text) {
        try {
            return GoDuration.parse(text).nanos();
        } catch (FunctionException bad) {
            return 0;
        }
    }

    private static Object toDate(FunctionCall call, Object[] args) {
        try {
            return mustToDate(call, args);
        } catch (FunctionException bad) {
            return GoTime.ZERO;
        }
    }

    private static Object mustToDate(FunctionCall call, Object[] args) {
        return GoTime.parse(
                (String) args[0], (String) args[1], call.host().clock().getZone());
    }
}
