package decs.template.language;

/** A Go {@code int} that does not fit into 32 bits; smaller ones are plain Integers. */
public final class WideInt extends Number implements Comparable<WideInt> {
    private static final long serialVersionUID = 1L;

    private final long value;

    private WideInt(long value) {
        this.value = value;
    }

    /** {@code value} as a Go int: an Integer where it fits, else a WideInt. */
    public static Number of(long value) {
        if (value == (int) value) {
            return (int) value;
        }
        return new WideInt(value);
    }

    @Override
    public int intValue() {
        return (int) value;
    }

    @Override
    public long longValue() {
        return value;
    }

    @Override
    public float floatValue() {
        return value;
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public int compareTo(WideInt other) {
        return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WideInt that && that.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
