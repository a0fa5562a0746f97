package decs.template.yaml;

/**
 * The type of plain scalars as go-yaml v2 sees it: YAML 1.1's words, Go's numbers. Values are null, Boolean, Long,
 * BigInteger (a {@code uint64}), Double or String. Mirrors: go-yaml v2 resolve.
 */
final class ScalarsV2 {
    /** What a character that begins a scalar may lead to: 0 nothing but text, else one of the constants. */
    private static final byte[] HINTS = new byte[128];

    private static final byte WORD = 1;
    private static final byte NUMBER = 2;
    private static final byte DOT = 3;

    static {
        for (char c : "yYnNtTfFoO~<".toCharArray()) {
            HINTS[c] = WORD;
        }
        for (char c : "+-0123456789".toCharArray()) {
            HINTS[c] = NUMBER;
        }
        HINTS['.'] = DOT;
    }

    private ScalarsV2() {}

    /** The value of a plain scalar without a tag. A timestamp stays text, as it does for Helm. */
    static Object resolve(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        return switch (first < 128 ? HINTS[first] : 0) {
            case WORD -> text.length() > 5 ? text : word(text);
            case NUMBER -> number(text);
            case DOT -> dotted(text);
            default -> text;
        };
    }

    private static Object word(String text) {
        return switch (text) {
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE" -> true;
            case "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE" -> false;
            case "~", "null", "Null", "NULL" -> null;
            default -> text;
        };
    }

    private static Object dotted(String text) {
        return switch (text) {
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            case ".inf", ".Inf", ".INF" -> Double.POSITIVE_INFINITY;
            default -> {
                Double value = GoNumbers.decimal(text);
                yield value == null ? text : value;
            }
        };
    }

    private static Object number(String text) {
        switch (text) {
            case "+.inf", "+.Inf", "+.INF" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-.inf", "-.Inf", "-.INF" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                String plain = GoNumbers.withoutUnderscores(text);
                Number value = GoNumbers.integer(plain);
                if (value == null) {
                    value = GoNumbers.decimal(plain);
                }
                if (value == null) {
                    value = signedBinary(plain);
                }
                return value == null ? text : value;
            }
        }
    }

    /** {@code 0b} and {@code -0b} with a sign of their own behind them. */
    private static Number signedBinary(String text) {
        int digits = text.startsWith("0b") ? 2 : text.startsWith("-0b") ? 3 : 0;
        if (digits == 0 || digits >= text.length()) {
            return null;
        }
        char sign = text.charAt(digits);
        if (digits == 3 || (sign != '-' && sign != '+')) {
            return null;
        }
        return GoNumbers.digits(text, digits + 1, 2, sign);
    }
}
