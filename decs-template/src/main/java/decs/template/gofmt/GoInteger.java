package decs.template.gofmt;

/**
 * An integer whose Go type is neither {@code int} nor {@code int64}: a byte of a string ({@code uint8}), a version's
 * part ({@code uint64}), a {@code time.Duration}.
 */
public class GoInteger extends Number {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String kind;
    private final long value;

    protected GoInteger(String type, String kind, long value) {
        this.type = type;
        this.kind = kind;
        this.value = value;
    }

    /** A number of one of Go's own integer types. */
    public static GoInteger of(String type, long value) {
        return new GoInteger(type, type, value);
    }

    /** The Go type, such as {@code uint8} or {@code time.Duration}. */
    public final String type() {
        return type;
    }

    /** The Go kind behind the type, such as {@code int64}. */
    public final String kind() {
        return kind;
    }

    /** Whether {@link #longValue} holds 64 unsigned bits. */
    public final boolean isUnsigned() {
        return kind.charAt(0) == 'u';
    }

    @Override
    public final int intValue() {
        return (int) value;
    }

    @Override
    public final long longValue() {
        return value;
    }

    @Override
    public final float floatValue() {
        return (float) doubleValue();
    }

    @Override
    public final double doubleValue() {
        return isUnsigned() && value < 0 ? ((value >>> 1) | (value & 1)) * 2.0 : value;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof GoInteger that && that.value == value && that.type.equals(type);
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return isUnsigned() ? Long.toUnsignedString(value) : Long.toString(value);
    }
}
