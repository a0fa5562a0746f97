package decs.template.gofmt;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** A time written by a layout. Mirrors: {@code time.Time.AppendFormat}. */
final class TimeFormat {
    private final StringBuilder out = new StringBuilder();
    private final GoTime time;
    private final LocalDateTime wall;

    private TimeFormat(GoTime time) {
        this.time = time;
        this.wall = time.wall();
    }

    static String format(GoTime time, String layout) {
        TimeFormat run = new TimeFormat(time);
        for (LayoutPart part : LayoutPart.split(layout)) {
            run.out.append(part.prefix());
            if (part.kind() != null) {
                run.append(part);
            }
        }
        return run.out.toString();
    }

    private void append(LayoutPart part) {
        switch (part.kind()) {
            case YEAR -> number(Math.abs(wall.getYear()) % 100, 2, '0');
            case LONG_YEAR -> number(wall.getYear(), 4, '0');
            case MONTH -> out.append(monthName(wall.getMonthValue()), 0, 3);
            case LONG_MONTH -> out.append(monthName(wall.getMonthValue()));
            case NUM_MONTH -> out.append(wall.getMonthValue());
            case ZERO_MONTH -> number(wall.getMonthValue(), 2, '0');
            case WEEK_DAY -> out.append(dayName(wall.getDayOfWeek().getValue()), 0, 3);
            case LONG_WEEK_DAY -> out.append(dayName(wall.getDayOfWeek().getValue()));
            case DAY -> out.append(wall.getDayOfMonth());
            case UNDER_DAY -> number(wall.getDayOfMonth(), 2, ' ');
            case ZERO_DAY -> number(wall.getDayOfMonth(), 2, '0');
            case UNDER_YEAR_DAY -> number(wall.getDayOfYear(), 3, ' ');
            case ZERO_YEAR_DAY -> number(wall.getDayOfYear(), 3, '0');
            case HOUR -> number(wall.getHour(), 2, '0');
            case HOUR12 -> out.append(hour12());
            case ZERO_HOUR12 -> number(hour12(), 2, '0');
            case MINUTE -> out.append(wall.getMinute());
            case ZERO_MINUTE -> number(wall.getMinute(), 2, '0');
            case SECOND -> out.append(wall.getSecond());
            case ZERO_SECOND -> number(wall.getSecond(), 2, '0');
            case UPPER_PM -> out.append(wall.getHour() >= 12 ? "PM" : "AM");
            case LOWER_PM -> out.append(wall.getHour() >= 12 ? "pm" : "am");
            case ZONE_NAME -> zoneName();
            case OFFSET -> offset(part.text());
            case FRACTION_ZEROS, FRACTION_NINES -> fraction(part);
        }
    }

    static String monthName(int month) {
        return java.time.Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Monday is 1. */
    static String dayName(int day) {
        return java.time.DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private int hour12() {
        int hour = wall.getHour() % 12;
        return hour == 0 ? 12 : hour;
    }

    private void number(int value, int width, char pad) {
        if (value < 0) {
            out.append('-');
        }
        String digits = Integer.toString(Math.abs(value));
        for (int i = digits.length(); i < width; i++) {
            out.append(pad);
        }
        out.append(digits);
    }

    private void zoneName() {
        String name = time.zone().abbreviation(time.seconds());
        if (name.isEmpty()) {
            offset("-0700");
        } else {
            out.append(name);
        }
    }

    private void offset(String form) {
        int offset = time.offset();
        if (offset == 0 && form.charAt(0) == 'Z') {
            out.append('Z');
            return;
        }
        int size = Math.abs(offset);
        out.append(offset / 60 < 0 ? '-' : '+');
        boolean colon = form.indexOf(':') > 0;
        number(size / 3600, 2, '0');
        int digits = form.length() - 1 - (colon ? form.length() > 6 ? 2 : 1 : 0);
        if (digits >= 4) {
            out.append(colon ? ":" : "");
            number(size / 60 % 60, 2, '0');
        }
        if (digits == 6) {
            out.append(colon ? ":" : "");
            number(size % 60, 2, '0');
        }
    }

    private void fraction(LayoutPart part) {
        int places = part.text().length() - 1;
        String nanos = Integer.toString(1_000_000_000 + time.nanos()).substring(1);
        String digits = nanos.substring(0, Math.min(places, 9));
        if (part.kind() == LayoutPart.Kind.FRACTION_NINES) {
            digits = digits.replaceAll("0+$", "");
            if (digits.isEmpty()) {
                return;
            }
        }
        out.append(part.text().charAt(0)).append(digits);
    }
}
