package decs.template.yaml;

import decs.template.gofmt.GoTime;
import decs.template.language.FunctionException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that go-yaml reads as points in time when they stand plain. */
final class Timestamps {
    private static final Pattern DATE = Pattern.compile("^\\d{4}-\\d{1,2}-\\d{1,2}$");
    private static final Pattern FULL = Pattern.compile(
            "^\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt]|[ ]+)\\d{1,2}:\\d{1,2}:\\d{1,2}(?:[.,]\\d+)?(?:Z|[-+]\\d{2}:\\d{2})?$");

    private static final List<String> LAYOUTS = List.of(
            "2006-1-2T15:4:5.999999999Z07:00",
            "2006-1-2t15:4:5.999999999Z07:00",
            "2006-1-2 15:4:5.999999999",
            "2006-1-2");

    private Timestamps() {}

    static boolean isOne(String text) {
        if (text.length() < 8 || text.charAt(4) != '-' || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return false;
        }
        if (DATE.matcher(text).matches()) {
            return valid(text);
        }
        if (!FULL.matcher(text).matches()) {
            return false;
        }
        boolean zoned = text.endsWith("Z")
                || text.lastIndexOf(':') - Math.max(text.lastIndexOf('+'), text.lastIndexOf('-')) == 3;
        boolean letter = text.indexOf('T') > 0 || text.indexOf('t') > 0;
        return valid(text) && (letter == zoned || !letter);
    }

    /** The moment, when the text is one. */
    static Optional<GoTime> parse(String text) {
        if (!isOne(text)) {
            return Optional.empty();
        }
        for (String layout : LAYOUTS) {
            try {
                return Optional.of(GoTime.parseUtc(layout, text, ZoneOffset.UTC));
            } catch (FunctionException otherLayout) {
                // the next one
            }
        }
        return Optional.empty();
    }

    private static boolean valid(String text) {
        String[] parts = text.split("[-Tt :]", 4);
        int month = Integer.parseInt(parts[1]);
        String day = parts[2];
        int dayNumber = Integer.parseInt(day);
        if (month < 1 || month > 12 || dayNumber < 1) {
            return false;
        }
        return dayNumber
                <= java.time.YearMonth.of(Integer.parseInt(parts[0]), month).lengthOfMonth();
    }
}
