package decs.template.gofmt;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating-point numbers as Go writes them. Mirrors: {@code strconv.FormatFloat} and the number rule of {@code
 * encoding/json}. The precision -1 asks for the fewest digits that read back as the same number.
 */
public final class GoFloat {
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final int SHORTEST_G_LIMIT = 6;

    private GoFloat() {}

    /** As {@code %v} and templates print it: {@code %g} with the fewest digits, {@code 1e+06} from one million up. */
    public static String print(double value) {
        StringBuilder out = new StringBuilder(24);
        append(out, value);
        return out.toString();
    }

    /** Appends what {@link #print} gives. */
    public static void append(StringBuilder out, double value) {
        if (value == (int) value && (value != 0 || 1 / value > 0) && Math.abs(value) < 1e6) {
            out.append((int) value);
            return;
        }
        out.append(format(value, 'g', -1));
    }

    /** The JSON form: plain from 1e-6 up to (not including) 1e21, else an exponent without padding. */
    public static String json(double value) {
        double size = Math.abs(value);
        if (size == 0 || (size >= 1e-6 && size < 1e21)) {
            return format(value, 'f', -1);
        }
        String text = format(value, 'e', -1);
        int n = text.length();
        if (n >= 4 && text.charAt(n - 4) == 'e' && text.charAt(n - 3) == '-' && text.charAt(n - 2) == '0') {
            return text.substring(0, n - 2) + text.charAt(n - 1);
        }
        return text;
    }

    /** Mirrors: strconv.FormatFloat(value, verb, precision, 64); the verb is one of {@code b e E f g G x X}. */
    public static String format(double value, char verb, int precision) {
        return format(value, Digits.Width.DOUBLE, verb, precision);
    }

    /** Mirrors: strconv.FormatFloat(value, verb, precision, 32). */
    public static String format32(float value, char verb, int precision) {
        return format(value, Digits.Width.FLOAT, verb, precision);
    }

    private static String format(double value, Digits.Width width, char verb, int precision) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        StringBuilder out = new StringBuilder(24);
        if (Double.doubleToRawLongBits(value) < 0) {
            out.append('-');
        }
        double size = Math.abs(value);
        switch (verb) {
            case 'b' -> HexFloat.binary(out, size, width);
            case 'x', 'X' -> HexFloat.hex(out, size, verb, precision, width);
            case 'e', 'E' -> exponent(out, digits(size, width, precision < 0 ? -1 : precision + 1), verb, precision);
            case 'f' -> plain(out, precision < 0 ? digits(size, width, -1) : Digits.places(size, precision), precision);
            case 'g', 'G' -> general(out, size, width, verb, precision);
            default -> out.append('%').append(verb);
        }
        return out.toString();
    }

    private static Digits digits(double size, Digits.Width width, int count) {
        return count < 0 ? Digits.shortest(size, width) : Digits.rounded(size, count);
    }

    private static void general(StringBuilder out, double size, Digits.Width width, char verb, int precision) {
        int wanted = precision == 0 ? 1 : precision;
        Digits digits = digits(size, width, wanted);
        int count = digits.text().length();
        int limit = wanted;
        if (wanted < 0) {
            limit = SHORTEST_G_LIMIT;
        } else if (limit > count && count >= digits.point()) {
            limit = count;
        }
        int exponent = digits.point() - 1;
        if (exponent < -4 || exponent >= limit) {
            exponent(out, digits, verb == 'g' ? 'e' : 'E', Math.min(wanted < 0 ? count : wanted, count) - 1);
        } else {
            plain(out, digits, Math.max(count - digits.point(), 0));
        }
    }

    /** {@code d.ddde±dd}. */
    private static void exponent(StringBuilder out, Digits digits, char verb, int precision) {
        String text = digits.text();
        int places = precision < 0 ? Math.max(text.length() - 1, 0) : precision;
        out.append(text.isEmpty() ? '0' : text.charAt(0));
        if (places > 0) {
            out.append('.');
            for (int i = 1; i <= places; i++) {
                out.append(i < text.length() ? text.charAt(i) : '0');
            }
        }
        int exponent = text.isEmpty() ? 0 : digits.point() - 1;
        out.append(verb).append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        if (size < 10) {
            out.append('0');
        }
        out.append(size);
    }

    /** {@code ddd.ddd}. */
    private static void plain(StringBuilder out, Digits digits, int precision) {
        String text = digits.text();
        int point = digits.point();
        if (point > 0) {
            for (int i = 0; i < point; i++) {
                out.append(i < text.length() ? text.charAt(i) : '0');
            }
        } else {
            out.append('0');
        }
        int places = precision < 0 ? Math.max(text.length() - point, 0) : precision;
        if (places > 0) {
            out.append('.');
            for (int i = point; i < point + places; i++) {
                out.append(i >= 0 && i < text.length() ? text.charAt(i) : '0');
            }
        }
    }

    /** The decimal digits of a number without trailing zeros, and where the point stands among them. */
    record Digits(String text, int point) {
        private static final Digits ZERO = new Digits("", 0);

        /** The two IEEE formats. */
        enum Width {
            DOUBLE(52, -1074),
            FLOAT(23, -149);

            final int fraction;
            final int least;

            Width(int fraction, int least) {
                this.fraction = fraction;
                this.least = least;
            }
        }

        static Digits shortest(double size, Width width) {
            if (size == 0) {
                return ZERO;
            }
            if (width == Width.DOUBLE) {
                Digits quick = quick(size);
                if (quick != null) {
                    return quick;
                }
            }
            return exact(size, width);
        }

        /**
         * Small decimals without big numbers: the first power of ten whose multiple reads back. Below 2^49 the interval
         * of decimals that read back is so narrow that rounding finds the only candidate.
         */
        private static Digits quick(double size) {
            if (size < 1e15 && size == (long) size) {
                return trimmed(Long.toString((long) size), 0);
            }
            if (size < 1e-5) {
                return null;
            }
            for (int k = 1; k <= 22; k++) {
                double scaled = size * POWERS[k];
                if (scaled >= 1L << 49) {
                    return null;
                }
                double whole = Math.rint(scaled);
                if (whole / POWERS[k] == size) {
                    return trimmed(Long.toString((long) whole), k);
                }
            }
            return null;
        }

        /** Mirrors the definition: the shortest decimal between the halfway points to both neighbours, the closest of those. */
        private static Digits exact(double size, Width width) {
            int exponent = Math.max(Math.getExponent(size) - width.fraction, width.least);
            BigDecimal value = new BigDecimal(size);
            BigDecimal half = power(exponent - 1);
            long mantissa = (long) Math.scalb(size, -exponent);
            boolean boundary = mantissa == 1L << width.fraction && exponent > width.least;
            BigDecimal lower = value.subtract(boundary ? power(exponent - 2) : half);
            BigDecimal upper = value.add(half);
            boolean inclusive = (mantissa & 1) == 0;
            int point = value.precision() - value.scale();
            for (int count = 1; ; count++) {
                BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(point - count);
                BigDecimal down = value.setScale(count - point, RoundingMode.DOWN);
                BigDecimal up = down.add(unit);
                int below = down.compareTo(lower);
                int above = up.compareTo(upper);
                boolean downFits = below > 0 || (below == 0 && inclusive);
                boolean upFits = above < 0 || (above == 0 && inclusive);
                if (downFits && upFits) {
                    return of(value.setScale(count - point, RoundingMode.HALF_EVEN));
                }
                if (downFits || upFits) {
                    return of(downFits ? down : up);
                }
            }
        }

        private static BigDecimal power(int two) {
            return two >= 0
                    ? new BigDecimal(BigInteger.ONE.shiftLeft(two))
                    : BigDecimal.ONE.divide(new BigDecimal(BigInteger.ONE.shiftLeft(-two)));
        }

        static Digits rounded(double size, int count) {
            return size == 0 ? ZERO : of(new BigDecimal(size).round(new MathContext(count, RoundingMode.HALF_EVEN)));
        }

        static Digits places(double size, int places) {
            return size == 0 ? ZERO : of(new BigDecimal(size).setScale(places, RoundingMode.HALF_EVEN));
        }

        private static Digits of(BigDecimal value) {
            return value.signum() == 0 ? ZERO : trimmed(value.unscaledValue().toString(), value.scale());
        }

        private static Digits trimmed(String digits, int scale) {
            int end = digits.length();
            while (end > 1 && digits.charAt(end - 1) == '0') {
                end--;
            }
            return digits.equals("0") ? ZERO : new Digits(digits.substring(0, end), digits.length() - scale);
        }
    }
}
