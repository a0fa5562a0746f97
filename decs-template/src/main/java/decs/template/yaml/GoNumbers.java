package decs.template.yaml;

import decs.template.gofmt.GoNumber;
import java.math.BigInteger;

/** Numbers out of text as Go's {@code strconv} reads them, shared by the two dialects of YAML. */
final class GoNumbers {
    private static final BigInteger UINT64_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private GoNumbers() {}

    /**
     * An integer in Go's own notation ({@code 0x1f}, {@code 0b1}, {@code 0o7}, {@code 017}, decimal), as Long, or as
     * BigInteger where only {@code uint64} holds it; null when {@code text} is none. {@code text} has no underscores.
     */
    static Number integer(String text) {
        int length = text.length();
        int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        if (at == length) {
            return null;
        }
        int radix = 10;
        if (text.charAt(at) == '0' && at + 1 < length) {
            char mark = text.charAt(at + 1);
            radix = mark == 'x' || mark == 'X' ? 16 : mark == 'b' || mark == 'B' ? 2 : 8;
            at += radix == 8 && mark != 'o' && mark != 'O' ? 1 : 2;
        }
        return digits(text, at, radix, text.charAt(0));
    }

    /** The digits of {@code text} from {@code at} on in base {@code radix}, with the sign given; null when they are none. */
    static Number digits(String text, int at, int radix, char sign) {
        int length = text.length();
        if (at >= length) {
            return null;
        }
        long value = 0;
        for (int i = at; i < length; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return null;
            }
            if (value > (Long.MAX_VALUE - digit) / radix) {
                return large(text, at, radix, sign);
            }
            value = value * radix + digit;
        }
        return sign == '-' ? -value : value;
    }

    private static Number large(String text, int at, int radix, char sign) {
        for (int i = at; i < text.length(); i++) {
            if (text.charAt(i) > 127 || Character.digit(text.charAt(i), radix) < 0) {
                return null;
            }
        }
        BigInteger value = GoNumber.whole(text.substring(at), radix);
        if (sign == '-') {
            BigInteger negative = value.negate();
            return negative.bitLength() < 64 ? negative.longValue() : null;
        }
        return sign != '+' && value.compareTo(UINT64_MAX) <= 0 ? value : null;
    }

    /** Whether {@code text} has the form {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
    static boolean looksLikeFloat(String text) {
        int length = text.length();
        int i = 0;
        if (i < length && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        int whole = endOfDigits(text, i);
        int end = whole;
        if (whole < length && text.charAt(whole) == '.') {
            end = endOfDigits(text, whole + 1);
            if (whole == i && end == whole + 1) {
                return false;
            }
        } else if (whole == i) {
            return false;
        }
        if (end == length) {
            return true;
        }
        if (text.charAt(end) != 'e' && text.charAt(end) != 'E') {
            return false;
        }
        i = end + 1;
        if (i < length && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
            i++;
        }
        return i < length && endOfDigits(text, i) == length;
    }

    private static int endOfDigits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    /** A decimal float, or null when it is none or is too large for a double, which Go calls an error. */
    static Double decimal(String text) {
        if (!looksLikeFloat(text)) {
            return null;
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? null : value;
    }

    static String withoutUnderscores(String text) {
        return text.indexOf('_') < 0 ? text : text.replace("_", "");
    }
}
