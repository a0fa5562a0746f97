package decs.template.sprig;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoInteger;
import decs.template.language.TemplateObject;
import java.math.BigInteger;

/** The lenient conversions that Sprig's number and text functions make of whatever they are given. */
final class Casts {
    private Casts() {}

    /** An int64: floats cut off, booleans 1 and 0, text by Go's base-prefix rules, all else 0. */
    static long toLong(Object value) {
        if (value instanceof Double number) {
            return fromDouble(number);
        }
        if (value instanceof GoInteger number) {
            return number.longValue();
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof String text) {
            return parseLong(cutZeroDecimal(text));
        }
        return 0;
    }

    /** Go's conversion on amd64: out of range gives the smallest integer. */
    static long fromDouble(double number) {
        if (Double.isNaN(number) || number >= 0x1p63 || number < -0x1p63) {
            return Long.MIN_VALUE;
        }
        return (long) number;
    }

    static double toDouble(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof String text) {
            return parseDouble(text);
        }
        return 0;
    }

    /** {@code strconv.ParseFloat}, 0 on failure. */
    static double parseDouble(String text) {
        if (text.isEmpty() || text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ') {
            return 0;
        }
        char last = text.charAt(text.length() - 1);
        if (last == 'd' || last == 'D' || last == 'f' || last == 'F') {
            return text.toLowerCase(java.util.Locale.ROOT).endsWith("inf") ? infinity(text) : 0;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException bad) {
            return infinity(text);
        }
    }

    private static double infinity(String text) {
        String word = text.toLowerCase(java.util.Locale.ROOT);
        return switch (word) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> 0;
        };
    }

    /** {@code 1.0} is 1 to the library's integer casts. */
    private static String cutZeroDecimal(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0) {
            return text;
        }
        for (int i = dot + 1; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return text;
            }
        }
        return text.substring(0, dot);
    }

    /** {@code strconv.ParseInt(text, 0, 64)}, 0 on failure. */
    static long parseLong(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        int radix = 10;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            char mark = digits.charAt(1);
            radix = mark == 'x' || mark == 'X' ? 16 : mark == 'b' || mark == 'B' ? 2 : 8;
            digits = radix != 8 ? digits.substring(2) : mark == 'o' || mark == 'O' ? digits.substring(2) : digits;
        }
        if (digits.contains("_")) {
            if (!underscoresFine(text)) {
                return 0;
            }
            digits = digits.replace("_", "");
        }
        if (digits.isEmpty() || digits.startsWith("-") || digits.startsWith("+")) {
            return 0;
        }
        try {
            BigInteger value = new BigInteger(digits, radix);
            value = negative ? value.negate() : value;
            return value.bitLength() < 64 ? value.longValue() : 0;
        } catch (NumberFormatException bad) {
            return 0;
        }
    }

    private static boolean underscoresFine(String text) {
        return !text.contains("__") && !text.endsWith("_") && !text.startsWith("_");
    }

    /** {@code strval}: text and bytes as they are, errors and Stringers by their method, all else {@code %v}. */
    static String toText(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof byte[] bytes) {
            return decs.template.gofmt.GoString.of(bytes);
        }
        if (value instanceof TemplateObject object) {
            return object.goString();
        }
        return GoFormat.sprintf("%v", new Object[] {value});
    }
}
