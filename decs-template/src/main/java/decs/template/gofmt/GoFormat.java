package decs.template.gofmt;

/**
 * Go's {@code fmt}, as far as templates show it: printing of single values, {@code Sprint}, {@code Sprintln}, {@code
 * Sprintf} with all verbs and error marks, and quoting.
 */
public final class GoFormat {
    private GoFormat() {}

    /** One value as {@code text/template} prints it: {@code <no value>} for nil. */
    public static String print(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value == null) {
            return "<no value>";
        }
        StringBuilder out = new StringBuilder();
        ValuePrinter.append(out, value);
        return out.toString();
    }

    /** Appends what {@link #print} gives. */
    public static void append(StringBuilder out, Object value) {
        if (value instanceof String text) {
            out.append(text);
        } else if (value == null) {
            out.append("<no value>");
        } else {
            ValuePrinter.append(out, value);
        }
    }

    /** {@code %v} of one value: {@code <nil>} for nil. */
    public static String value(Object value) {
        return value == null ? "<nil>" : print(value);
    }

    /** Appends {@code %v} of one value. */
    public static void appendValue(StringBuilder out, Object value) {
        if (value == null) {
            out.append("<nil>");
        } else {
            append(out, value);
        }
    }

    /** {@code fmt.Sprint}: a space between neighbours of which neither is a string. */
    public static String sprint(Object[] args) {
        if (args.length == 1) {
            return value(args[0]);
        }
        StringBuilder out = new StringBuilder();
        boolean wasText = false;
        for (int i = 0; i < args.length; i++) {
            boolean isText = args[i] instanceof String;
            if (i > 0 && !isText && !wasText) {
                out.append(' ');
            }
            appendValue(out, args[i]);
            wasText = isText;
        }
        return out.toString();
    }

    /** {@code fmt.Sprintln}: spaces between all, and a newline. */
    public static String sprintln(Object[] args) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < args.length; i++) {
            if (i > 0) {
                out.append(' ');
            }
            appendValue(out, args[i]);
        }
        return out.append('\n').toString();
    }

    /** {@code fmt.Sprintf}. It never fails; what does not fit is marked in the text, as in {@code %!d(string=x)}. */
    public static String sprintf(String format, Object[] args) {
        return new FormatScan(format, args).run();
    }

    /** {@code strconv.Quote}. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        GoQuote.quote(out, text, false);
        return out.toString();
    }

    /** Appends what {@link #quote} gives. */
    public static void appendQuoted(StringBuilder out, String text) {
        GoQuote.quote(out, text, false);
    }

    /** {@code strconv.QuoteToASCII}. */
    public static String quoteToAscii(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        GoQuote.quote(out, text, true);
        return out.toString();
    }

    /** {@code strconv.CanBackquote}: whether the text can be a raw literal on one line. */
    public static boolean canBackquote(String text) {
        return GoQuote.canBackquote(text);
    }
}
