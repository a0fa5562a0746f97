package decs.template.gofmt;

import decs.template.language.FunctionException;

/** Durations as text, both ways. Mirrors: {@code time.ParseDuration} and {@code time.Duration.String}. */
final class DurationText {
    private static final long HALF_RANGE = 1L << 63;

    private final String text;
    private int at;

    DurationText(String text) {
        this.text = text;
    }

    long parse() {
        boolean negative = false;
        if (at < text.length() && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            negative = text.charAt(0) == '-';
            at = 1;
        }
        if (text.substring(at).equals("0")) {
            return 0;
        }
        if (at == text.length()) {
            throw invalid();
        }
        long sum = 0;
        while (at < text.length()) {
            sum += part();
            if (Long.compareUnsigned(sum, HALF_RANGE) > 0) {
                throw invalid();
            }
        }
        if (negative) {
            return -sum;
        }
        if (sum < 0) {
            throw invalid();
        }
        return sum;
    }

    /** One number with its unit, in nanoseconds; at most 2^63, unsigned. */
    private long part() {
        int start = at;
        long whole = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            boolean full = whole > Long.MAX_VALUE / 10 || whole < 0;
            whole = whole * 10 + text.charAt(at++) - '0';
            if (full || Long.compareUnsigned(whole, HALF_RANGE) > 0) {
                throw invalid();
            }
        }
        boolean digits = at > start;
        long fraction = 0;
        double scale = 1;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            int first = at;
            boolean full = false;
            while (at < text.length() && isDigit(text.charAt(at))) {
                full |= fraction > Long.MAX_VALUE / 10 - 1;
                if (!full) {
                    fraction = fraction * 10 + text.charAt(at) - '0';
                    scale *= 10;
                }
                at++;
            }
            digits |= at > first;
        }
        if (!digits) {
            throw invalid();
        }
        long unit = unit();
        if (Long.compareUnsigned(whole, Long.divideUnsigned(HALF_RANGE, unit)) > 0) {
            throw invalid();
        }
        long nanos = whole * unit + (fraction > 0 ? (long) (fraction * (unit / scale)) : 0);
        if (Long.compareUnsigned(nanos, HALF_RANGE) > 0) {
            throw invalid();
        }
        return nanos;
    }

    private long unit() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
            at++;
        }
        String unit = text.substring(start, at);
        return switch (unit) {
            case "" -> throw new FunctionException("time: missing unit in duration " + TimeText.quote(text));
            case "ns" -> 1;
            case "us", "µs", "μs" -> GoDuration.MICROSECOND;
            case "ms" -> GoDuration.MILLISECOND;
            case "s" -> GoDuration.SECOND;
            case "m" -> GoDuration.MINUTE;
            case "h" -> GoDuration.HOUR;
            default ->
                throw new FunctionException(
                        "time: unknown unit " + TimeText.quote(unit) + " in duration " + TimeText.quote(text));
        };
    }

    private FunctionException invalid() {
        return new FunctionException("time: invalid duration " + TimeText.quote(text));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static String print(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        StringBuilder out = new StringBuilder(nanos < 0 ? "-" : "");
        long size = nanos < 0 ? -nanos : nanos;
        if (Long.compareUnsigned(size, GoDuration.SECOND) < 0) {
            if (size < GoDuration.MICROSECOND) {
                return out.append(size).append("ns").toString();
            }
            boolean micro = size < GoDuration.MILLISECOND;
            decimal(out, size, micro ? 3 : 6);
            return out.append(micro ? "µs" : "ms").toString();
        }
        long seconds = Long.divideUnsigned(size, GoDuration.SECOND);
        if (seconds >= 3600) {
            out.append(seconds / 3600).append('h');
        }
        if (seconds >= 60) {
            out.append(seconds / 60 % 60).append('m');
        }
        decimal(out, Long.remainderUnsigned(size, 60 * GoDuration.SECOND), 9);
        return out.append('s').toString();
    }

    /** {@code value / 10^places} without trailing zeros. */
    private static void decimal(StringBuilder out, long value, int places) {
        long unit = 1;
        for (int i = 0; i < places; i++) {
            unit *= 10;
        }
        out.append(value / unit);
        long rest = value % unit;
        if (rest != 0) {
            out.append('.');
            for (long step = unit / 10; rest != 0; step /= 10) {
                out.append(rest / step);
                rest %= step;
            }
        }
    }
}
