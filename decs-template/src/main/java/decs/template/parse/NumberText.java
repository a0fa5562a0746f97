package decs.template.parse;

import decs.template.gofmt.GoComplex;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoNumber;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads Go's number literals. Mirrors: text/template/parse newNumber, strconv.ParseInt with base 0. */
final class NumberText {
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final double TWO_63 = 0x1p63;
    private static final double TWO_64 = 0x1p64;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?\\d+");

    private NumberText() {}

    /** The number of a token, or the reason why it is none, as a text. */
    static Object read(Token token) {
        String text = token.text();
        if (token.is(Token.Kind.CHAR_CONSTANT)) {
            Object code = Quoted.character(text);
            return code instanceof Integer point ? new Numeral(text, (long) point, true, (double) point, null) : code;
        }
        if (token.is(Token.Kind.COMPLEX)) {
            return complex(text);
        }
        if (text.endsWith("i")) {
            Double imaginary = floating(text.substring(0, text.length() - 1));
            if (imaginary != null) {
                return simplified(text, new GoComplex(0, imaginary));
            }
        }
        return real(text);
    }

    private static Object real(String text) {
        BigInteger whole = integer(text);
        if (whole != null) {
            boolean signed = whole.compareTo(LONG_MIN) >= 0 && whole.compareTo(LONG_MAX) <= 0;
            boolean bare = text.charAt(0) != '-' && text.charAt(0) != '+';
            boolean unsigned = whole.signum() >= 0 && whole.bitLength() <= Long.SIZE && (bare || whole.signum() == 0);
            if (signed || unsigned) {
                Long value = signed ? (Long) whole.longValueExact() : null;
                return new Numeral(text, value, unsigned, signed ? value.doubleValue() : whole.doubleValue(), null);
            }
        }
        Double value = floating(text);
        if (value == null) {
            return "illegal number syntax: " + GoFormat.quote(text);
        }
        if (text.chars().noneMatch(c -> ".eEpP".indexOf(c) >= 0)) {
            return "integer overflow: " + GoFormat.quote(text);
        }
        return new Numeral(text, asInteger(value), asUnsigned(value), value, null);
    }

    private static Object complex(String text) {
        int split = text.length() - 1;
        while (split > 0 && !isSign(text, split)) {
            split--;
        }
        Double real = floating(text.substring(0, split));
        Double imaginary = floating(text.substring(split, text.length() - 1));
        if (real == null || imaginary == null) {
            return "syntax error scanning complex number";
        }
        return simplified(text, new GoComplex(real, imaginary));
    }

    private static boolean isSign(String text, int at) {
        char c = text.charAt(at);
        return (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1)) < 0;
    }

    private static Numeral simplified(String text, GoComplex value) {
        if (value.imaginary() != 0) {
            return new Numeral(text, null, false, null, value);
        }
        double real = value.real();
        return new Numeral(text, asInteger(real), asUnsigned(real), real, value);
    }

    private static Long asInteger(double value) {
        return value >= -TWO_63 && value < TWO_63 && (double) (long) value == value ? (Long) (long) value : null;
    }

    private static boolean asUnsigned(double value) {
        return value >= 0 && value < TWO_64 && Math.rint(value) == value;
    }

    private static BigInteger integer(String text) {
        int sign = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int radix = 10;
        int from = sign;
        if (text.length() > sign + 1 && text.charAt(sign) == '0') {
            radix = radixOf(text.charAt(sign + 1));
            from += radix == 8 && !Character.isLetter(text.charAt(sign + 1)) ? 1 : 2;
        }
        String digits = text.substring(from);
        if (digits.indexOf('_') >= 0) {
            if (!underscoresSeparate(text.substring(sign))) {
                return null;
            }
            digits = digits.replace("_", "");
        }
        if (digits.isEmpty() || digits.charAt(0) == '-' || digits.charAt(0) == '+') {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), radix) < 0) {
                return null;
            }
        }
        BigInteger value = GoNumber.whole(digits, radix);
        return text.charAt(0) == '-' ? value.negate() : value;
    }

    private static int radixOf(char prefix) {
        return switch (prefix) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
        };
    }

    /** Each underscore stands between digits, or between the prefix and a digit. Mirrors: strconv.underscoreOK. */
    private static boolean underscoresSeparate(String text) {
        char last = '^';
        int at = 0;
        boolean hexadecimal = false;
        if (text.length() > 1 && text.charAt(0) == '0' && "bBoOxX".indexOf(text.charAt(1)) >= 0) {
            hexadecimal = Character.toLowerCase(text.charAt(1)) == 'x';
            last = '0';
            at = 2;
        }
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean digit = Character.digit(c, hexadecimal ? 16 : 10) >= 0;
            if (!digit && c != '_') {
                if (last == '_') {
                    return false;
                }
                last = '!';
            } else if (c == '_') {
                if (last != '0') {
                    return false;
                }
                last = '_';
            } else {
                last = '0';
            }
        }
        return last != '_';
    }

    private static Double floating(String text) {
        String plain = text;
        if (text.indexOf('_') >= 0) {
            int sign = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
            if (!underscoresSeparate(text.substring(sign))) {
                return null;
            }
            plain = text.replace("_", "");
        }
        if (!DECIMAL.matcher(plain).matches() && !HEXADECIMAL.matcher(plain).matches()) {
            return null;
        }
        double value = Double.parseDouble(plain);
        return Double.isInfinite(value) ? null : (Double) value;
    }
}
