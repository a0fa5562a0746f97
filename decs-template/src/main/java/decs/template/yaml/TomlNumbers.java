package decs.template.yaml;

import decs.template.gofmt.GoFormat;

/** TOML's numbers and times, which begin alike. */
final class TomlNumbers {
    private final TomlInput in;

    TomlNumbers(TomlInput in) {
        this.in = in;
    }

    /** The number or time that begins at the digit or sign here. */
    Object read() {
        int start = in.pos;
        boolean signed = in.accept('+') || in.accept('-');
        char first = in.peek();
        if (signed && first == '.') {
            throw startsWithDot();
        }
        if (signed && (first == 'i' || first == 'n')) {
            return special(start);
        }
        if (!isDigit(first)) {
            throw in.error(
                    in.atEnd() ? "expected a digit but got '\\x00'" : "expected a digit but got '" + first + "'");
        }
        if (first == '0' && in.pos + 1 < in.text.length()) {
            int radix =
                    switch (in.text.charAt(in.pos + 1)) {
                        case 'x' -> 16;
                        case 'o' -> 8;
                        case 'b' -> 2;
                        default -> 10;
                    };
            if (radix != 10) {
                return otherBase(start, signed, radix);
            }
        }
        return decimal(start, signed);
    }

    YamlException startsWithDot() {
        return in.error("floats must start with a digit, not '.'");
    }

    /** {@code inf} or {@code nan}, with or without a sign. */
    private Object special(int start) {
        for (String word : new String[] {"inf", "nan"}) {
            if (in.startsWith(word)) {
                in.pos += 3;
                double value = word.equals("inf") ? Double.POSITIVE_INFINITY : Double.NaN;
                return in.text.charAt(start) == '-' ? -value : value;
            }
        }
        throw in.error("invalid float: '" + in.text.substring(start, in.pos + 1) + "'");
    }

    private Object otherBase(int start, boolean signed, int radix) {
        in.pos += 2;
        String text = in.text.substring(start, in.pos);
        if (signed) {
            throw in.error("cannot use sign with non-decimal numbers: '" + text + "'");
        }
        int digits = in.pos;
        while (Character.digit(in.peek(), radix) >= 0 || (in.pos > digits && in.peek() == '_')) {
            in.pos++;
        }
        if (in.pos == digits) {
            String name = radix == 16 ? "a hexadecimal" : radix == 8 ? "an octal" : "a binary";
            throw in.error("not " + name + " number: '" + text + in.peek() + "'");
        }
        return integer(in.text.substring(start, in.pos));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Object decimal(int start, boolean signed) {
        while (isDigit(in.peek()) || in.peek() == '_') {
            in.pos++;
        }
        char c = in.peek();
        boolean leadingZero = in.text.charAt(start) == '0' && in.pos == start + 1;
        boolean timeMark = c == '-' || c == ':';
        if (timeMark && !signed && !leadingZero) {
            return time(start);
        }
        if (c != '.' && c != 'e' && c != 'E') {
            return integer(in.text.substring(start, in.pos));
        }
        while (isDigit(in.peek()) || (!in.atEnd() && "_.-+eE".indexOf(in.peek()) >= 0)) {
            in.pos++;
        }
        return floating(in.text.substring(start, in.pos));
    }

    private Object time(int start) {
        while (isDigit(in.peek()) || (!in.atEnd() && "-:Tt .Zz+".indexOf(in.peek()) >= 0)) {
            in.pos++;
        }
        String text = in.text.substring(start, in.pos).strip();
        in.pos = start + text.length();
        Object time = TomlTime.parse(text);
        if (time == null) {
            throw in.error("invalid datetime: " + GoFormat.quote(text));
        }
        return time;
    }

    private Object integer(String text) {
        if (!underscoresFit(text)) {
            throw in.error("Invalid integer " + GoFormat.quote(text) + ": underscores must be surrounded by digits");
        }
        if (hasLeadingZero(text)) {
            throw in.error("Invalid integer " + GoFormat.quote(text) + ": cannot have leading zeroes");
        }
        Number value = GoNumbers.integer(GoNumbers.withoutUnderscores(text));
        if (value instanceof Long) {
            return value;
        }
        throw in.error(text + " is out of range for int64");
    }

    private static boolean hasLeadingZero(String text) {
        int at = isDigit(text.charAt(0)) ? 0 : 1;
        return text.charAt(at) == '0'
                && at + 1 < text.length()
                && (isDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '_');
    }

    private static boolean underscoresFit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '_'
                    && (i == 0
                            || i == text.length() - 1
                            || Character.digit(text.charAt(i - 1), 16) < 0
                            || text.charAt(i - 1) == 'e'
                            || Character.digit(text.charAt(i + 1), 16) < 0)) {
                return text.startsWith("0x") && text.charAt(i - 1) == 'e' && i < text.length() - 1;
            }
        }
        return true;
    }

    private Object floating(String text) {
        String problem = null;
        int dot = text.indexOf('.');
        if (!underscoresFit(text)) {
            problem = "underscores must be surrounded by digits";
        } else if (hasLeadingZero(text)) {
            problem = "cannot have leading zeroes";
        } else if (dot >= 0 && (dot + 1 == text.length() || !isDigit(text.charAt(dot + 1)))) {
            problem = "'.' must be followed by one or more digits";
        }
        if (problem != null) {
            throw in.error("Invalid float " + GoFormat.quote(text) + ": " + problem);
        }
        String plain = GoNumbers.withoutUnderscores(text);
        if (!GoNumbers.looksLikeFloat(plain)) {
            throw in.error("Invalid float value: " + GoFormat.quote(text));
        }
        Double value = GoNumbers.decimal(plain);
        if (value == null) {
            throw in.error(text + " is out of range for float64");
        }
        return value;
    }
}
