package decs.template.gofmt;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers read from text as Go reads them. Mirrors: {@code strconv.ParseInt} and {@code strconv.ParseFloat}. */
public final class GoNumber {
    /** Digits of any radix that a float64 could hold, and more. */
    private static final int MOST_DIGITS = 1_100;

    private static final BigInteger PAST_ALL = BigInteger.ONE.shiftLeft(MOST_DIGITS);

    private GoNumber() {}

    /** The number in that base; base 0 goes by the prefix and allows underscores. Empty where Go reports an error. */
    public static OptionalLong parseInt(String text, int base) {
        BigInteger value = integer(text, base);
        return value == null || value.bitLength() > 63 ? OptionalLong.empty() : OptionalLong.of(value.longValue());
    }

    /** The number with what Go gives besides its error: 0 for no number, the nearest one for too large a number. */
    public static long nearestInt(String text, int base) {
        BigInteger value = integer(text, base);
        if (value == null) {
            return 0;
        }
        if (value.bitLength() > 63) {
            return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return value.longValue();
    }

    private static BigInteger integer(String text, int base) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        int radix = base;
        if (base == 0) {
            if (!underscoresFit(digits)) {
                return null;
            }
            radix = radix(digits);
            digits = digits.substring(prefix(digits)).replace("_", "");
        }
        if (digits.isEmpty()) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= 0x80 || Character.digit(c, radix) < 0) {
                return null;
            }
        }
        BigInteger value = whole(digits, radix);
        return text.charAt(0) == '-' ? value.negate() : value;
    }

    /** The value of these digits; of so many that they are past every type, a value that is, too. */
    public static BigInteger whole(String digits, int radix) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        if (start == digits.length()) {
            return BigInteger.ZERO;
        }
        return digits.length() - start > MOST_DIGITS ? PAST_ALL : new BigInteger(digits.substring(start), radix);
    }

    private static int radix(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
        };
    }

    private static int prefix(String digits) {
        boolean letter = digits.length() > 2 && digits.charAt(0) == '0' && "xXbBoO".indexOf(digits.charAt(1)) >= 0;
        return letter ? 2 : 0;
    }

    /** Underscores stand between digits, or between the prefix and a digit. */
    private static boolean underscoresFit(String digits) {
        if (digits.indexOf('_') < 0) {
            return true;
        }
        int prefix = prefix(digits);
        boolean hex = prefix > 0 && (digits.charAt(1) == 'x' || digits.charAt(1) == 'X');
        char before = prefix > 0 ? '0' : '^';
        for (int i = prefix; i < digits.length(); i++) {
            char c = digits.charAt(i);
            boolean digit = (c >= '0' && c <= '9') || (hex && Character.digit(c, 16) >= 0 && c < 0x80);
            if (c == '_' ? before != '0' : !digit && before == '_') {
                return false;
            }
            before = c == '_' ? '_' : digit ? '0' : '!';
        }
        return before != '_';
    }

    /** The number, also {@code Inf}, {@code NaN} and hexadecimal ones; empty where Go reports an error. */
    public static OptionalDouble parseFloat(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String size = signed ? text.substring(1) : text;
        switch (size.toLowerCase(java.util.Locale.ROOT)) {
            case "inf", "infinity" -> {
                return OptionalDouble.of(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            }
            case "nan" -> {
                return signed ? OptionalDouble.empty() : OptionalDouble.of(Double.NaN);
            }
            default -> {
                if (!underscoresFit(size)) {
                    return OptionalDouble.empty();
                }
            }
        }
        String digits = size.replace("_", "");
        if (!isFloat(digits)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(digits);
        return Double.isInfinite(value)
                ? OptionalDouble.empty()
                : OptionalDouble.of(text.startsWith("-") ? -value : value);
    }

    /** Digits with at most one point, then an exponent, which hexadecimal numbers must have. */
    private static boolean isFloat(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        int at = hex ? 2 : 0;
        boolean point = false;
        boolean any = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && !point) {
                point = true;
            } else if (c < 0x80 && Character.digit(c, hex ? 16 : 10) >= 0) {
                any = true;
            } else {
                break;
            }
        }
        if (!any) {
            return false;
        }
        if (at == text.length()) {
            return !hex;
        }
        char mark = text.charAt(at++);
        if (hex ? mark != 'p' && mark != 'P' : mark != 'e' && mark != 'E') {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int first = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at > first && at == text.length();
    }
}
