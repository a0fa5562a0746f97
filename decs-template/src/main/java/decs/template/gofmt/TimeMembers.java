package decs.template.gofmt;

import decs.template.language.FunctionException;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateFunction.Body0;
import decs.template.language.TemplateFunction.Body1;
import decs.template.language.TemplateObject.Member;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The methods of {@code time.Time} that have one result. */
final class TimeMembers {
    private TimeMembers() {}

    static Optional<Member> find(GoTime time, String name) {
        Member member = ofWall(time, name);
        if (member == null) {
            member = ofMoment(time, name);
        }
        return Optional.ofNullable(member != null ? member : withArgument(time, name));
    }

    private static Member ofWall(GoTime time, String name) {
        LocalDateTime wall = time.wall();
        return switch (name) {
            case "Year" -> method(name, wall::getYear);
            case "Month" -> method(name, () -> new NamedNumber("time.Month", wall.getMonthValue(), month(wall)));
            case "Day" -> method(name, wall::getDayOfMonth);
            case "Hour" -> method(name, wall::getHour);
            case "Minute" -> method(name, wall::getMinute);
            case "Second" -> method(name, wall::getSecond);
            case "Nanosecond" -> method(name, wall::getNano);
            case "YearDay" -> method(name, wall::getDayOfYear);
            case "Weekday" -> {
                int day = wall.getDayOfWeek().getValue();
                yield method(name, () -> new NamedNumber("time.Weekday", day % 7, TimeFormat.dayName(day)));
            }
            default -> null;
        };
    }

    private static String month(LocalDateTime wall) {
        return TimeFormat.monthName(wall.getMonthValue());
    }

    private static Member ofMoment(GoTime time, String name) {
        long seconds = time.seconds();
        return switch (name) {
            case "Unix" -> method(name, time::seconds);
            case "UnixMilli" -> method(name, () -> seconds * 1_000 + time.nanos() / 1_000_000);
            case "UnixMicro" -> method(name, () -> seconds * 1_000_000 + time.nanos() / 1_000);
            case "UnixNano" -> method(name, () -> seconds * 1_000_000_000 + time.nanos());
            case "String" -> method(name, time::goString);
            case "IsZero" -> method(name, time::isZero);
            case "IsDST" -> method(name, () -> time.zone().rules().isDaylightSavings(time.instant()));
            case "UTC" -> method(name, () -> time.in(GoZone.UTC));
            default -> null;
        };
    }

    private static Member withArgument(GoTime time, String name) {
        return switch (name) {
            case "Format" -> method(name, GoKind.STRING, layout -> time.format((String) layout));
            case "Add" -> method(name, GoKind.ANY, step -> time.plus(GoDuration.ofNanos(GoDuration.argument(step))));
            case "Sub" -> method(name, GoKind.TIME, other -> time.minus((GoTime) other));
            case "After" -> method(name, GoKind.TIME, other -> time.compareTo((GoTime) other) > 0);
            case "Before" -> method(name, GoKind.TIME, other -> time.compareTo((GoTime) other) < 0);
            case "Equal" -> method(name, GoKind.TIME, other -> time.compareTo((GoTime) other) == 0);
            case "Compare" -> method(name, GoKind.TIME, other -> Integer.signum(time.compareTo((GoTime) other)));
            case "Truncate" -> method(name, GoKind.ANY, step -> truncate(time, GoDuration.argument(step)));
            case "Round" -> method(name, GoKind.ANY, step -> round(time, GoDuration.argument(step)));
            case "AddDate" ->
                new Member.Method(new TemplateFunction(
                        name, List.of(GoKind.INT, GoKind.INT, GoKind.INT), false, (TemplateFunction.Body3)
                                (years, months, days) -> addDate(time, years, months, days)));
            default -> null;
        };
    }

    private static Member method(String name, Body0 body) {
        return new Member.Method(new TemplateFunction(name, List.of(), false, body));
    }

    private static Member method(String name, GoKind kind, Body1 body) {
        return new Member.Method(new TemplateFunction(name, List.of(kind), false, body));
    }

    /** Months and days overflow into the next ones, as in Go: October 31 and one month is December 1. */
    private static GoTime addDate(GoTime time, Object years, Object months, Object days) {
        LocalDateTime wall = time.wall();
        try {
            LocalDateTime moved = wall.withDayOfMonth(1)
                    .plusYears(((Number) years).longValue())
                    .plusMonths(((Number) months).longValue())
                    .plusDays(wall.getDayOfMonth() - 1L + ((Number) days).longValue());
            return GoTime.of(moved, time.zone());
        } catch (java.time.DateTimeException beyond) {
            throw new FunctionException(beyond.getMessage(), beyond);
        }
    }

    /** Multiples count from the zero time. */
    private static GoTime truncate(GoTime time, long step) {
        return step <= 0 ? time : time.plus(GoDuration.ofNanos(-rest(time, step)));
    }

    private static GoTime round(GoTime time, long step) {
        if (step <= 0) {
            return time;
        }
        long rest = rest(time, step);
        boolean down = Long.compareUnsigned(rest + rest, step) < 0;
        return time.plus(GoDuration.ofNanos(down ? -rest : step - rest));
    }

    private static long rest(GoTime time, long step) {
        java.math.BigInteger nanos = java.math.BigInteger.valueOf(time.seconds() - GoTime.ZERO.seconds())
                .multiply(java.math.BigInteger.valueOf(GoDuration.SECOND))
                .add(java.math.BigInteger.valueOf(time.nanos()));
        return nanos.mod(java.math.BigInteger.valueOf(step)).longValue();
    }
}
