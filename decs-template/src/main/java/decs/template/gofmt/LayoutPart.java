package decs.template.gofmt;

import java.util.ArrayList;
import java.util.List;

/**
 * One element of a time layout, with the plain text before it. Mirrors: {@code time.nextStdChunk}.
 *
 * @param kind null for the plain text behind the last element
 * @param text the element as written, such as {@code 2006}
 */
record LayoutPart(String prefix, Kind kind, String text) {

    /** The elements of Go's reference time. */
    enum Kind {
        LONG_MONTH,
        MONTH,
        NUM_MONTH,
        ZERO_MONTH,
        LONG_WEEK_DAY,
        WEEK_DAY,
        DAY,
        UNDER_DAY,
        ZERO_DAY,
        UNDER_YEAR_DAY,
        ZERO_YEAR_DAY,
        HOUR,
        HOUR12,
        ZERO_HOUR12,
        MINUTE,
        ZERO_MINUTE,
        SECOND,
        ZERO_SECOND,
        LONG_YEAR,
        YEAR,
        UPPER_PM,
        LOWER_PM,
        ZONE_NAME,
        OFFSET,
        FRACTION_ZEROS,
        FRACTION_NINES
    }

    /** The offset forms, longest first where one is the start of another. */
    private static final List<String> OFFSETS =
            List.of("-07:00:00", "-070000", "-07:00", "-0700", "-07", "Z07:00:00", "Z070000", "Z07:00", "Z0700", "Z07");

    static List<LayoutPart> split(String layout) {
        List<LayoutPart> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < layout.length()) {
            LayoutPart part = at(layout, at);
            if (part == null) {
                at++;
                continue;
            }
            int begin = at + part.prefix.length();
            parts.add(new LayoutPart(layout.substring(start, begin), part.kind, part.text));
            at = begin + part.text.length();
            start = at;
        }
        parts.add(new LayoutPart(layout.substring(start), null, ""));
        return parts;
    }

    private static LayoutPart at(String layout, int at) {
        char c = layout.charAt(at);
        return switch (c) {
            case 'J' ->
                layout.startsWith("January", at)
                        ? part(Kind.LONG_MONTH, "January")
                        : shortName(layout, at, "Jan", Kind.MONTH);
            case 'M' ->
                layout.startsWith("Monday", at)
                        ? part(Kind.LONG_WEEK_DAY, "Monday")
                        : layout.startsWith("MST", at)
                                ? part(Kind.ZONE_NAME, "MST")
                                : shortName(layout, at, "Mon", Kind.WEEK_DAY);
            case '0' -> zero(layout, at);
            case '1' -> layout.startsWith("15", at) ? part(Kind.HOUR, "15") : part(Kind.NUM_MONTH, "1");
            case '2' -> layout.startsWith("2006", at) ? part(Kind.LONG_YEAR, "2006") : part(Kind.DAY, "2");
            case '_' -> under(layout, at);
            case '3' -> part(Kind.HOUR12, "3");
            case '4' -> part(Kind.MINUTE, "4");
            case '5' -> part(Kind.SECOND, "5");
            case 'P' -> layout.startsWith("PM", at) ? part(Kind.UPPER_PM, "PM") : null;
            case 'p' -> layout.startsWith("pm", at) ? part(Kind.LOWER_PM, "pm") : null;
            case '-', 'Z' -> offset(layout, at);
            case '.', ',' -> fraction(layout, at);
            default -> null;
        };
    }

    private static LayoutPart part(Kind kind, String text) {
        return new LayoutPart("", kind, text);
    }

    private static LayoutPart shortName(String layout, int at, String name, Kind kind) {
        if (!layout.startsWith(name, at)) {
            return null;
        }
        int end = at + name.length();
        boolean word = end < layout.length() && layout.charAt(end) >= 'a' && layout.charAt(end) <= 'z';
        return word ? null : part(kind, name);
    }

    private static LayoutPart zero(String layout, int at) {
        if (layout.startsWith("002", at)) {
            return part(Kind.ZERO_YEAR_DAY, "002");
        }
        char next = at + 1 < layout.length() ? layout.charAt(at + 1) : ' ';
        return switch (next) {
            case '1' -> part(Kind.ZERO_MONTH, "01");
            case '2' -> part(Kind.ZERO_DAY, "02");
            case '3' -> part(Kind.ZERO_HOUR12, "03");
            case '4' -> part(Kind.ZERO_MINUTE, "04");
            case '5' -> part(Kind.ZERO_SECOND, "05");
            case '6' -> part(Kind.YEAR, "06");
            default -> null;
        };
    }

    private static LayoutPart under(String layout, int at) {
        if (layout.startsWith("_2006", at)) {
            return new LayoutPart("_", Kind.LONG_YEAR, "2006");
        }
        if (layout.startsWith("_2", at)) {
            return part(Kind.UNDER_DAY, "_2");
        }
        return layout.startsWith("__2", at) ? part(Kind.UNDER_YEAR_DAY, "__2") : null;
    }

    private static LayoutPart offset(String layout, int at) {
        for (String form : OFFSETS) {
            if (layout.startsWith(form, at)) {
                return part(Kind.OFFSET, form);
            }
        }
        return null;
    }

    /** A point or comma, then zeros only or nines only, not followed by another digit. */
    private static LayoutPart fraction(String layout, int at) {
        char digit = at + 1 < layout.length() ? layout.charAt(at + 1) : ' ';
        if (digit != '0' && digit != '9') {
            return null;
        }
        int end = at + 1;
        while (end < layout.length() && layout.charAt(end) == digit) {
            end++;
        }
        if (end < layout.length() && layout.charAt(end) >= '0' && layout.charAt(end) <= '9') {
            return null;
        }
        return part(digit == '0' ? Kind.FRACTION_ZEROS : Kind.FRACTION_NINES, layout.substring(at, end));
    }
}
