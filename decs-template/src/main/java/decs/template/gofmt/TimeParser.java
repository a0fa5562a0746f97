package decs.template.gofmt;

import decs.template.language.FunctionException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A text read by a layout. Mirrors: {@code time.parse}. It works on bytes, held one in a char. */
final class TimeParser {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    private final String layout;
    private final String text;
    private final GoZone zone;
    private final GoZone local;

    private String rest;
    private String rangeError;

    private int year;
    private int month = -1;
    private int day = -1;
    private int yearDay = -1;
    private int hour;
    private int minute;
    private int second;
    private int nanos;
    private boolean pm;
    private boolean am;
    private boolean utc;
    private Integer offset;
    private String zoneName = "";

    TimeParser(String layout, String text, GoZone zone, GoZone local) {
        this.layout = bytewise(layout);
        this.text = bytewise(text);
        this.zone = zone;
        this.local = local;
    }

    private static String bytewise(String text) {
        return new String(GoString.bytes(text), StandardCharsets.ISO_8859_1);
    }

    /** What does not fit the element at hand. */
    private static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mismatch() {
            super(null, null, false, false);
        }
    }

    GoTime parse() {
        rest = text;
        List<LayoutPart> parts = LayoutPart.split(layout);
        for (int i = 0; i < parts.size(); i++) {
            LayoutPart part = parts.get(i);
            skip(part.prefix());
            if (part.kind() == null) {
                break;
            }
            String hold = rest;
            rangeError = null;
            try {
                element(part, parts.get(i + 1));
            } catch (Mismatch mismatch) {
                if (rangeError == null) {
                    throw cannot(part.text(), hold);
                }
            }
            if (rangeError != null) {
                throw failure(": " + rangeError + " out of range");
            }
        }
        if (!rest.isEmpty()) {
            throw failure(": extra text: " + quote(rest));
        }
        return result();
    }

    /** Takes plain text; runs of spaces match any number of spaces. */
    private void skip(String prefix) {
        String wanted = prefix;
        while (!wanted.isEmpty()) {
            char c = wanted.charAt(0);
            if (c == ' ') {
                if (!rest.isEmpty() && rest.charAt(0) != ' ') {
                    throw cannot(prefix, rest);
                }
                wanted = cutSpaces(wanted);
                rest = cutSpaces(rest);
                continue;
            }
            if (rest.isEmpty() || rest.charAt(0) != c) {
                throw cannot(prefix, rest);
            }
            wanted = wanted.substring(1);
            rest = rest.substring(1);
        }
    }

    private static String cutSpaces(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return text.substring(i);
    }

    private void element(LayoutPart part, LayoutPart next) {
        switch (part.kind()) {
            case YEAR -> {
                int given = Integer.parseInt(digits(2));
                year = given + (given >= 69 ? 1900 : 2000);
            }
            case LONG_YEAR -> year = Integer.parseInt(digits(4));
            case MONTH -> month = name(MONTHS, 3) + 1;
            case LONG_MONTH -> month = name(MONTHS, 9) + 1;
            case NUM_MONTH, ZERO_MONTH -> month = number(part.kind() == LayoutPart.Kind.ZERO_MONTH, 1, 12, "month");
            case WEEK_DAY -> name(DAYS, 3);
            case LONG_WEEK_DAY -> name(DAYS, 9);
            case DAY, UNDER_DAY, ZERO_DAY -> day(part.kind());
            case UNDER_YEAR_DAY, ZERO_YEAR_DAY -> yearDay = yearDay(part.kind() == LayoutPart.Kind.ZERO_YEAR_DAY);
            case HOUR -> hour = number(false, 0, 23, "hour");
            case HOUR12 -> hour = number(false, 0, 12, "hour");
            case ZERO_HOUR12 -> hour = number(true, 0, 12, "hour");
            case MINUTE -> minute = number(false, 0, 59, "minute");
            case ZERO_MINUTE -> minute = number(true, 0, 59, "minute");
            case SECOND -> second(false, next);
            case ZERO_SECOND -> second(true, next);
            case UPPER_PM -> half("AM", "PM");
            case LOWER_PM -> half("am", "pm");
            case OFFSET -> offset(part.text());
            case ZONE_NAME -> zoneName();
            case FRACTION_ZEROS -> fraction(part.text().length());
            case FRACTION_NINES -> optionalFraction();
        }
    }

    private String take(int n) {
        if (rest.length() < n) {
            throw new Mismatch();
        }
        String taken = rest.substring(0, n);
        rest = rest.substring(n);
        return taken;
    }

    private String digits(int n) {
        String taken = take(n);
        for (int i = 0; i < n; i++) {
            if (!isDigit(taken, i)) {
                throw new Mismatch();
            }
        }
        return taken;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isPoint(String text) {
        return !text.isEmpty() && (text.charAt(0) == '.' || text.charAt(0) == ',');
    }

    private int name(List<String> names, int length) {
        for (int i = 0; i < names.size(); i++) {
            String name =
                    names.get(i).substring(0, Math.min(length, names.get(i).length()));
            if (rest.regionMatches(true, 0, name, 0, name.length())) {
                rest = rest.substring(name.length());
                return i;
            }
        }
        throw new Mismatch();
    }

    /** One or two digits, or just two. */
    private int oneOrTwo(boolean two) {
        if (!isDigit(rest, 0) || (two && !isDigit(rest, 1))) {
            throw new Mismatch();
        }
        return Integer.parseInt(take(isDigit(rest, 1) ? 2 : 1));
    }

    private int number(boolean two, int least, int most, String what) {
        int number = oneOrTwo(two);
        if (number < least || number > most) {
            rangeError = what;
        }
        return number;
    }

    private void day(LayoutPart.Kind kind) {
        if (kind == LayoutPart.Kind.UNDER_DAY && rest.startsWith(" ")) {
            rest = rest.substring(1);
        }
        day = oneOrTwo(kind == LayoutPart.Kind.ZERO_DAY);
    }

    private int yearDay(boolean three) {
        for (int i = 0; i < 2 && !three && rest.startsWith(" "); i++) {
            rest = rest.substring(1);
        }
        int n = 0;
        while (n < 3 && isDigit(rest, n)) {
            n++;
        }
        if (n == 0 || (three && n != 3)) {
            throw new Mismatch();
        }
        return Integer.parseInt(take(n));
    }

    /** A fraction in the text is taken even where the layout has none. */
    private void second(boolean two, LayoutPart next) {
        second = number(two, 0, 59, "second");
        boolean fractionNext = next.prefix().isEmpty()
                && (next.kind() == LayoutPart.Kind.FRACTION_ZEROS || next.kind() == LayoutPart.Kind.FRACTION_NINES);
        if (rangeError == null && isPoint(rest) && isDigit(rest, 1) && !fractionNext) {
            optionalFraction();
        }
    }

    private void optionalFraction() {
        if (!isPoint(rest) || !isDigit(rest, 1)) {
            return;
        }
        int n = 1;
        while (isDigit(rest, n)) {
            n++;
        }
        fraction(n);
    }

    /** The point and the digits behind it, {@code length} in all; digits past the ninth are dropped. */
    private void fraction(int length) {
        String taken = take(length);
        if (!isPoint(taken)) {
            throw new Mismatch();
        }
        int value = 0;
        for (int i = 1; i <= 9; i++) {
            if (i < length && !isDigit(taken, i)) {
                throw new Mismatch();
            }
            value = value * 10 + (i < length ? taken.charAt(i) - '0' : 0);
        }
        nanos = value;
    }

    private void half(String morning, String evening) {
        String taken = take(2);
        if (taken.equals(evening)) {
            pm = true;
        } else if (taken.equals(morning)) {
            am = true;
        } else {
            throw new Mismatch();
        }
    }

    private void offset(String form) {
        if (form.charAt(0) == 'Z' && rest.startsWith("Z")) {
            rest = rest.substring(1);
            utc = true;
            return;
        }
        String taken = take(form.length());
        int[] fields = new int[3];
        boolean fits = colonsFit(form, taken) && offsetFields(form, taken, fields);
        rangeError = fields[0] > 24
                ? "time zone offset hour"
                : fields[1] > 60 ? "time zone offset minute" : fields[2] > 60 ? "time zone offset second" : null;
        int size = (fields[0] * 60 + fields[1]) * 60 + fields[2];
        char sign = taken.charAt(0);
        if (!fits || (sign != '+' && sign != '-')) {
            throw new Mismatch();
        }
        offset = sign == '+' ? size : -size;
    }

    private static boolean colonsFit(String form, String taken) {
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) == ':' && taken.charAt(i) != ':') {
                return false;
            }
        }
        return true;
    }

    /** Reads hours, minutes and seconds up to the first that are none. */
    private static boolean offsetFields(String form, String taken, int[] fields) {
        int field = 0;
        for (int i = 1; i < form.length(); i += form.charAt(i) == ':' ? 1 : 2) {
            if (form.charAt(i) == ':') {
                continue;
            }
            if (!isDigit(taken, i) || !isDigit(taken, i + 1)) {
                return false;
            }
            fields[field++] = Integer.parseInt(taken.substring(i, i + 2));
        }
        return true;
    }

    private void zoneName() {
        if (rest.startsWith("UTC")) {
            utc = true;
            rest = rest.substring(3);
            return;
        }
        int length = ZoneName.length(rest);
        if (length == 0) {
            throw new Mismatch();
        }
        zoneName = take(length);
    }

    private GoTime result() {
        if (pm && hour < 12) {
            hour += 12;
        } else if (am && hour == 12) {
            hour = 0;
        }
        if (yearDay >= 0) {
            fromYearDay();
        } else {
            month = month < 0 ? 1 : month;
            day = day < 0 ? 1 : day;
        }
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            throw failure(": day out of range");
        }
        LocalDateTime wall = LocalDateTime.of(year, month, day, hour, minute, second, nanos);
        if (utc) {
            return GoTime.of(wall, GoZone.UTC);
        }
        GoTime asUtc = GoTime.of(wall, GoZone.UTC);
        if (offset != null) {
            return withOffset(asUtc, offset);
        }
        return zoneName.isEmpty() ? GoTime.of(wall, zone) : withName(asUtc);
    }

    private void fromYearDay() {
        boolean leap = Year.isLeap(year);
        if (yearDay < 1 || yearDay > (leap ? 366 : 365)) {
            throw failure(": day-of-year out of range");
        }
        java.time.LocalDate date = java.time.LocalDate.ofYearDay(year, yearDay);
        if (month >= 0 && month != date.getMonthValue()) {
            throw failure(": day-of-year does not match month");
        }
        if (day >= 0 && day != date.getDayOfMonth()) {
            throw failure(": day-of-year does not match day");
        }
        month = date.getMonthValue();
        day = date.getDayOfMonth();
    }

    private GoTime withOffset(GoTime asUtc, int seconds) {
        GoTime moment = asUtc.plus(GoDuration.ofNanos(-seconds * GoDuration.SECOND));
        boolean isLocal = local.offset(moment.seconds()) == seconds
                && (zoneName.isEmpty() || local.abbreviation(moment.seconds()).equals(zoneName));
        return moment.in(isLocal ? local : GoZone.fixed(zoneName, seconds));
    }

    private GoTime withName(GoTime asUtc) {
        Optional<Integer> known = local.offsetOf(zoneName, asUtc.seconds());
        if (known.isPresent()) {
            return asUtc.plus(GoDuration.ofNanos(-known.get() * GoDuration.SECOND))
                    .in(local);
        }
        int seconds = 0;
        if (zoneName.length() > 3 && zoneName.startsWith("GMT")) {
            seconds = Integer.parseInt(zoneName.substring(3)) * 3600;
        }
        return asUtc.plus(GoDuration.ofNanos(-seconds * GoDuration.SECOND)).in(GoZone.fixed(zoneName, seconds));
    }

    private FunctionException failure(String message) {
        return new FunctionException("parsing time " + quote(text) + message);
    }

    private FunctionException cannot(String element, String value) {
        return new FunctionException("parsing time " + quote(text) + " as " + quote(layout) + ": cannot parse "
                + quote(value) + " as " + quote(element));
    }

    private static String quote(String bytes) {
        return TimeText.quote(GoString.of(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Zone abbreviations in a text to read. Mirrors: {@code time.parseTimeZone}. */
    private static final class ZoneName {
        /** The number of characters that look like an abbreviation, or 0. */
        static int length(String text) {
            if (text.length() < 3) {
                return 0;
            }
            String four = text.substring(0, Math.min(4, text.length()));
            if (four.equals("ChST") || four.equals("MeST")) {
                return 4;
            }
            if (text.startsWith("GMT")) {
                return 3 + signedOffset(text.substring(3));
            }
            if (text.charAt(0) == '+' || text.charAt(0) == '-') {
                return signedOffset(text);
            }
            int upper = 0;
            while (upper < 6 && upper < text.length() && text.charAt(upper) >= 'A' && text.charAt(upper) <= 'Z') {
                upper++;
            }
            boolean known =
                    switch (upper) {
                        case 3 -> true;
                        case 4 ->
                            text.charAt(3) == 'T'
                                    || four.toUpperCase(Locale.ROOT).equals("WITA");
                        case 5 -> text.charAt(4) == 'T';
                        default -> false;
                    };
            return known ? upper : 0;
        }

        private static int signedOffset(String text) {
            if (text.isEmpty() || (text.charAt(0) != '+' && text.charAt(0) != '-')) {
                return 0;
            }
            int n = 1;
            int value = 0;
            while (isDigit(text, n) && value <= 23) {
                value = value * 10 + text.charAt(n++) - '0';
            }
            return n == 1 || value > 23 ? 0 : n;
        }
    }
}
