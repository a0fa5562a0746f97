package decs.template.yaml;

import decs.template.gofmt.GoNumber;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTime;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What plain scalars are to go-yaml v3: null, booleans by the words of YAML 1.2, numbers in every spelling of both YAML
 * versions, and text. So are points in time.
 */
final class PlainScalars {
    private static final Pattern FLOAT = Pattern.compile("^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$");

    private PlainScalars() {}

    static boolean isNull(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
        };
    }

    /** The words that a field of type bool also takes, as go-yaml v3 decodes them. */
    static Boolean bool(String text, boolean yaml11) {
        return switch (text) {
            case "true", "True", "TRUE" -> Boolean.TRUE;
            case "false", "False", "FALSE" -> Boolean.FALSE;
            case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON" -> yaml11 ? Boolean.TRUE : null;
            case "n", "N", "no", "No", "NO", "off", "Off", "OFF" -> yaml11 ? Boolean.FALSE : null;
            default -> null;
        };
    }

    static Object resolve(String text) {
        if (isNull(text)) {
            return null;
        }
        Boolean bool = bool(text, false);
        if (bool != null) {
            return bool;
        }
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
            Optional<GoTime> time = Timestamps.parse(text);
            if (time.isPresent()) {
                return time.get();
            }
            Object number = number(text);
            return number == null ? text : number;
        }
        return text;
    }

    /**
     * The value of a text under a tag.
     *
     * @throws IllegalArgumentException when it should be base64 and is not
     */
    static Object tagged(String tag, String text) {
        return switch (tag) {
            case "!!str" -> text;
            case "!!int", "!!float" -> {
                Object number = number(text);
                yield number == null ? text : tag.equals("!!float") ? (Object) ((Number) number).doubleValue() : number;
            }
            case "!!bool" -> bool(text, true);
            case "!!null" -> null;
            case "!!binary" -> GoString.of(Base64.getMimeDecoder().decode(text));
            case "!!timestamp" -> resolve(text);
            default -> text;
        };
    }

    private static Object number(String text) {
        Double special =
                switch (text) {
                    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
                    case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
                    case ".nan", ".NaN", ".NAN" -> Double.NaN;
                    default -> null;
                };
        if (special != null) {
            return special;
        }
        String digits = text.replace("_", "");
        Object whole = whole(digits);
        if (whole != null) {
            return whole;
        }
        if (FLOAT.matcher(digits).matches()) {
            double value = Double.parseDouble(digits);
            return Double.isInfinite(value) ? null : value;
        }
        return null;
    }

    private static Object whole(String digits) {
        boolean negative = digits.startsWith("-");
        String unsigned = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        int radix = 10;
        if (unsigned.startsWith("0x") || unsigned.startsWith("0X")) {
            radix = 16;
        } else if (unsigned.startsWith("0b") || unsigned.startsWith("0B")) {
            radix = 2;
        } else if (unsigned.startsWith("0o") || unsigned.startsWith("0O")) {
            radix = 8;
        }
        String body = radix == 10 ? unsigned : unsigned.substring(2);
        if (radix == 10 && body.length() > 1 && body.startsWith("0")) {
            radix = 8;
        }
        if (body.isEmpty() || !allDigits(body, radix)) {
            return null;
        }
        BigInteger value = GoNumber.whole(body, radix);
        value = negative ? value.negate() : value;
        if (value.bitLength() < 32) {
            return value.intValue();
        }
        return value.bitLength() < 64
                ? (Object) decs.template.language.WideInt.of(value.longValue())
                : value.doubleValue();
    }

    private static boolean allDigits(String text, int radix) {
        return text.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    }
}
