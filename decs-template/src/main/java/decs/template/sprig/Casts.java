package decs.template.sprig;

import decs.template.gofmt.GoInteger;
import decs.template.gofmt.GoNumber;
import decs.template.language.TemplateObject;

/** The lenient conversions that Sprig's functions make of whatever they are given. Mirrors: spf13/cast. */
final class Casts {
    private Casts() {}

    /** An int64: floats cut off, booleans 1 and 0, text by Go's base-prefix rules, all else 0. */
    static long toLong(Object value) {
        if (value instanceof Double number) {
            return fromDouble(number);
        }
        if (value instanceof Number number) {
            return isForeign(value) ? 0 : number instanceof Float f ? fromDouble(f) : number.longValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof String text) {
            return GoNumber.parseInt(cutZeroDecimal(text), 0).orElse(0);
        }
        return 0;
    }

    /** Numbers of a named type are none to the library, but for months and days of the week. */
    private static boolean isForeign(Object value) {
        return value instanceof GoInteger number
                && value instanceof TemplateObject
                && !number.type().equals("time.Month")
                && !number.type().equals("time.Weekday");
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
            return isForeign(value) ? 0 : number.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof String text) {
            return GoNumber.parseFloat(text).orElse(0);
        }
        return 0;
    }

    /** A point followed by zeros only is cut: {@code 1.0} is 1. */
    private static String cutZeroDecimal(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '0') {
            end--;
        }
        boolean zeros = end < text.length() && end > 0 && text.charAt(end - 1) == '.';
        return zeros ? text.substring(0, end - 1) : text;
    }
}
