package decs.template.gofmt;

/** One run over a format text. Mirrors: {@code fmt.(*pp).doPrintf}. */
final class FormatScan {
    private static final int LARGEST = 1_000_000;

    private final String format;
    private final Object[] args;
    private final StringBuilder out;
    private final FormatFlags flags = new FormatFlags();
    private final VerbPrinter printer;

    private int at;
    private int next;
    private boolean reordered;
    private boolean goodIndex;
    private boolean afterIndex;

    FormatScan(String format, Object[] args) {
        this.format = format;
        this.args = args;
        this.out = new StringBuilder(format.length() + 16 * args.length);
        this.printer = new VerbPrinter(out, flags);
    }

    String run() {
        int end = format.length();
        while (at < end) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                out.append(format, at, end);
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            if (!simpleVerb()) {
                verb();
            }
        }
        if (!reordered && next < args.length) {
            extra();
        }
        return out.toString();
    }

    /** {@code %s}, {@code %d} and {@code %v} of the usual values, without any set-up. */
    private boolean simpleVerb() {
        if (at >= format.length() || next >= args.length) {
            return false;
        }
        char c = format.charAt(at);
        Object arg = args[next];
        boolean simple = c == 's' ? arg instanceof String : c == 'd' ? isInt(arg) : c == 'v' && !isFloating(arg);
        if (simple) {
            ValuePrinter.append(out, arg);
            at++;
            next++;
        }
        return simple;
    }

    /** Whether printing comes back to the verb. */
    private static boolean isFloating(Object arg) {
        return arg instanceof GoComplex || arg instanceof Float;
    }

    private static boolean isInt(Object arg) {
        return arg instanceof Integer || arg instanceof Long;
    }

    private void verb() {
        int end = format.length();
        flags.clear();
        goodIndex = true;
        afterIndex = false;
        while (at < end && flags.take(format.charAt(at))) {
            at++;
        }
        argumentIndex();
        width();
        precision();
        if (!afterIndex) {
            argumentIndex();
        }
        if (at >= end) {
            out.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        print(verb);
    }

    private void print(int verb) {
        if (verb == '%') {
            out.append('%');
        } else if (!goodIndex) {
            mark(verb, "(BADINDEX)");
        } else if (next >= args.length) {
            mark(verb, "(MISSING)");
        } else {
            if (verb == 'v' || verb == 'w') {
                flags.forValue();
            }
            printer.print(args[next++], verb);
        }
    }

    private void mark(int verb, String text) {
        out.append("%!").appendCodePoint(verb).append(text);
    }

    private void width() {
        int end = format.length();
        if (at < end && format.charAt(at) == '*') {
            at++;
            Integer given = intArgument();
            if (given == null) {
                out.append("%!(BADWIDTH)");
            } else {
                flags.widthGiven = true;
                flags.width = given;
                if (given < 0) {
                    flags.width = -given;
                    flags.minus = true;
                    flags.zero = false;
                }
            }
            afterIndex = false;
            return;
        }
        int start = at;
        int number = number(end);
        flags.widthGiven = number >= 0 && at > start;
        flags.width = Math.max(number, 0);
        if (afterIndex && flags.widthGiven) {
            goodIndex = false;
        }
    }

    private void precision() {
        int end = format.length();
        if (at + 1 > end || at == end || format.charAt(at) != '.') {
            return;
        }
        at++;
        if (afterIndex) {
            goodIndex = false;
        }
        argumentIndex();
        if (at < end && format.charAt(at) == '*') {
            at++;
            Integer given = intArgument();
            if (given == null || given < 0) {
                out.append("%!(BADPREC)");
            } else {
                flags.precisionGiven = true;
                flags.precision = given;
            }
            afterIndex = false;
            return;
        }
        flags.precision = Math.max(number(end), 0);
        flags.precisionGiven = true;
    }

    /** Digits from here on: their value, 0 where there are none, -1 when too large. */
    private int number(int end) {
        int value = 0;
        while (at < end && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            value = value * 10 + format.charAt(at) - '0';
            if (value > LARGEST) {
                at = end;
                return -1;
            }
            at++;
        }
        return value;
    }

    private Integer intArgument() {
        if (next >= args.length) {
            return null;
        }
        Object arg = args[next++];
        if (!(arg instanceof Number number) || arg instanceof Double || arg instanceof Float) {
            return null;
        }
        long value = number.longValue();
        return value > LARGEST || value < -LARGEST ? null : (Integer) (int) value;
    }

    /** {@code [n]}. */
    private void argumentIndex() {
        afterIndex = false;
        if (at >= format.length() || format.charAt(at) != '[') {
            return;
        }
        reordered = true;
        int open = at;
        int close = format.indexOf(']', open);
        if (close < 0 || format.length() - open < 3) {
            at = open + 1;
            goodIndex = false;
            return;
        }
        at = open + 1;
        int index = number(close);
        boolean isNumber = index >= 0 && at == close && close > open + 1;
        at = close + 1;
        afterIndex = isNumber;
        if (isNumber && index >= 1 && index <= args.length) {
            next = index - 1;
        } else {
            goodIndex = false;
        }
    }

    private void extra() {
        flags.clear();
        out.append("%!(EXTRA ");
        for (int i = next; i < args.length; i++) {
            if (i > next) {
                out.append(", ");
            }
            if (args[i] == null) {
                out.append("<nil>");
            } else {
                out.append(GoTypes.typeName(args[i])).append('=');
                ValuePrinter.append(out, args[i]);
            }
        }
        out.append(')');
    }
}
