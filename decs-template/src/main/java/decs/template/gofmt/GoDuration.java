package decs.template.gofmt;

import decs.template.language.FunctionException;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import java.util.List;
import java.util.Optional;

/** A {@code time.Duration}: nanoseconds in 64 bits, printed as {@code 1h2m3s}. */
public final class GoDuration extends GoInteger implements TemplateObject {
    private static final long serialVersionUID = 1L;

    public static final long MICROSECOND = 1_000L;
    public static final long MILLISECOND = 1_000_000L;
    public static final long SECOND = 1_000_000_000L;
    public static final long MINUTE = 60 * SECOND;
    public static final long HOUR = 60 * MINUTE;

    private GoDuration(long nanos) {
        super("time.Duration", "int64", nanos);
    }

    public static GoDuration ofNanos(long nanos) {
        return new GoDuration(nanos);
    }

    /**
     * Mirrors: time.ParseDuration.
     *
     * @throws FunctionException with Go's text, {@code time: invalid duration "x"}
     */
    public static GoDuration parse(String text) {
        return new GoDuration(new DurationText(text).parse());
    }

    /** The nanoseconds. */
    public long nanos() {
        return longValue();
    }

    public double seconds() {
        return in(SECOND);
    }

    public double minutes() {
        return in(MINUTE);
    }

    public double hours() {
        return in(HOUR);
    }

    private double in(long unit) {
        long whole = nanos() / unit;
        return whole + (nanos() % unit) / (double) unit;
    }

    /** Mirrors: Duration.Truncate: towards zero to a multiple of {@code step}. */
    public GoDuration truncate(long step) {
        return step <= 0 ? this : new GoDuration(nanos() - nanos() % step);
    }

    /** Mirrors: Duration.Round: to the nearest multiple, halves away from zero, saturating. */
    public GoDuration round(long step) {
        if (step <= 0) {
            return this;
        }
        long value = nanos();
        long rest = value % step;
        if (value < 0) {
            boolean down = lessThanHalf(-rest, step);
            long rounded = down ? value - rest : value - rest - step;
            return new GoDuration(rounded > 0 ? Long.MIN_VALUE : rounded);
        }
        boolean down = lessThanHalf(rest, step);
        long rounded = down ? value - rest : value - rest + step;
        return new GoDuration(rounded < 0 ? Long.MAX_VALUE : rounded);
    }

    private static boolean lessThanHalf(long rest, long step) {
        return Long.compareUnsigned(rest + rest, step) < 0;
    }

    /** The absolute value; the one without a positive counterpart saturates. */
    public GoDuration abs() {
        return nanos() == Long.MIN_VALUE ? new GoDuration(Long.MAX_VALUE) : new GoDuration(Math.abs(nanos()));
    }

    @Override
    public String goType() {
        return type();
    }

    @Override
    public String goString() {
        return DurationText.print(nanos());
    }

    @Override
    public Object jsonValue() {
        return nanos();
    }

    @Override
    public Object yamlValue() {
        return goString();
    }

    @Override
    public Optional<Member> member(String name) {
        TemplateFunction.Body body =
                switch (name) {
                    case "String" -> (TemplateFunction.Body0) this::goString;
                    case "Nanoseconds" -> (TemplateFunction.Body0) this::nanos;
                    case "Microseconds" -> (TemplateFunction.Body0) () -> nanos() / MICROSECOND;
                    case "Milliseconds" -> (TemplateFunction.Body0) () -> nanos() / MILLISECOND;
                    case "Seconds" -> (TemplateFunction.Body0) this::seconds;
                    case "Minutes" -> (TemplateFunction.Body0) this::minutes;
                    case "Hours" -> (TemplateFunction.Body0) this::hours;
                    case "Abs" -> (TemplateFunction.Body0) this::abs;
                    case "Round" -> (TemplateFunction.Body1) step -> round(argument(step));
                    case "Truncate" -> (TemplateFunction.Body1) step -> truncate(argument(step));
                    default -> null;
                };
        return Optional.ofNullable(body).map(found -> method(name, found));
    }

    private static Member method(String name, TemplateFunction.Body body) {
        List<GoKind> parameters = body instanceof TemplateFunction.Body1 ? List.of(GoKind.ANY) : List.of();
        return new Member.Method(new TemplateFunction(name, parameters, false, body));
    }

    /** A duration argument; a constant without type fits too. */
    static long argument(Object value) {
        if (value instanceof GoDuration duration) {
            return duration.nanos();
        }
        if (value instanceof Integer constant) {
            return constant;
        }
        throw new FunctionException("wrong type for value; expected time.Duration; got " + GoTypes.typeName(value));
    }
}
