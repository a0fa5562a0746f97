package decs.core.hcl;

import decs.template.gofmt.GoDuration;
import decs.template.source.DecsException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of times, which are texts as RFC 3339 has them. */
final class HclTimeFunctions {
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|([A-Za-z])\\1*|[^A-Za-z']+");
    private static final Map<String, String> PATTERNS = Map.ofEntries(
            Map.entry("YYYY", "yyyy"),
            Map.entry("YY", "yy"),
            Map.entry("MMMM", "MMMM"),
            Map.entry("MMM", "MMM"),
            Map.entry("MM", "MM"),
            Map.entry("M", "M"),
            Map.entry("DD", "dd"),
            Map.entry("D", "d"),
            Map.entry("EEEE", "EEEE"),
            Map.entry("EEE", "EEE"),
            Map.entry("hh", "HH"),
            Map.entry("h", "H"),
            Map.entry("HH", "hh"),
            Map.entry("H", "h"),
            Map.entry("AA", "a"),
            Map.entry("mm", "mm"),
            Map.entry("m", "m"),
            Map.entry("ss", "ss"),
            Map.entry("s", "s"),
            Map.entry("ZZZZZ", "xxx"),
            Map.entry("ZZZZ", "xx"),
            Map.entry("Z", "XXX"));

    private HclTimeFunctions() {}

    static void add(Map<String, HclFunction> table) {
        table.put("formatdate", a -> formatted(a.text(0), time(a.text(1))));
        table.put(
                "timeadd",
                a -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        time(a.text(0)).plusNanos(GoDuration.parse(a.text(1)).nanos())));
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException none) {
            throw new DecsException("not a valid RFC3339 timestamp: " + text, none);
        }
    }

    private static String formatted(String format, OffsetDateTime time) {
        StringBuilder out = new StringBuilder();
        Matcher tokens = TOKEN.matcher(format);
        while (tokens.find()) {
            String token = tokens.group();
            if (token.startsWith("'")) {
                out.append(token.substring(1, token.length() - 1).replace("''", "'"));
            } else if (!Character.isLetter(token.charAt(0))) {
                out.append(token);
            } else if (token.equals("ZZZ")) {
                out.append(time.getOffset().getTotalSeconds() == 0 ? "UTC" : pattern("xx", time));
            } else if (token.equals("aa")) {
                out.append(pattern("a", time).toLowerCase(Locale.ROOT));
            } else if (PATTERNS.containsKey(token)) {
                out.append(pattern(PATTERNS.get(token), time));
            } else {
                throw new DecsException("invalid date format verb \"" + token + "\"");
            }
        }
        return out.toString();
    }

    private static String pattern(String pattern, OffsetDateTime time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }
}
