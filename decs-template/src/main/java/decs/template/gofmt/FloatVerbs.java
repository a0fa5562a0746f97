package decs.template.gofmt;

/** The verbs of floats and complex numbers. Mirrors: {@code fmt.(*fmt).fmtFloat}. */
final class FloatVerbs {
    private static final int DEFAULT_PRECISION = 6;

    private final StringBuilder out;
    private final FormatFlags flags;

    FloatVerbs(StringBuilder out, FormatFlags flags) {
        this.out = out;
        this.flags = flags;
    }

    /** Prints the number, or says that the verb is none of its own. */
    boolean print(double value, int verb) {
        return print(value, false, verb);
    }

    boolean print(float value, int verb) {
        return print(value, true, verb);
    }

    private boolean print(double value, boolean single, int verb) {
        int precision;
        switch (verb) {
            case 'v', 'b', 'g', 'G', 'x', 'X' -> precision = -1;
            case 'f', 'F', 'e', 'E' -> precision = DEFAULT_PRECISION;
            default -> {
                return false;
            }
        }
        if (flags.precisionGiven) {
            precision = flags.precision;
        }
        char form = verb == 'v' ? 'g' : verb == 'F' ? 'f' : (char) verb;
        String text =
                single ? GoFloat.format32((float) value, form, precision) : GoFloat.format(value, form, precision);
        write(text, form, precision);
        return true;
    }

    boolean print(GoComplex value, int verb) {
        switch (verb) {
            case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E' -> {
                out.append('(');
                print(value.real(), verb);
                boolean plus = flags.plus;
                flags.plus = true;
                print(value.imaginary(), verb);
                flags.plus = plus;
                out.append("i)");
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private void write(String text, char form, int precision) {
        char first = text.charAt(0);
        String sign = first == '-' || first == '+' ? text.substring(0, 1) : "+";
        String number = first == '-' || first == '+' ? text.substring(1) : text;
        if (flags.space && sign.equals("+") && !flags.plus) {
            sign = " ";
        }
        boolean signed = flags.plus || !sign.equals("+");
        if (number.charAt(0) == 'I' || number.charAt(0) == 'N') {
            boolean show = number.charAt(0) == 'N' ? flags.space || flags.plus : signed || first == '+';
            flags.padWithSpaces(out, show ? sign + number : number);
            return;
        }
        if (flags.sharp && form != 'b') {
            number = withPoint(number, form, precision);
        }
        if (!signed) {
            flags.pad(out, number);
        } else if (flags.zero && !flags.minus && flags.widthGiven && flags.width > number.length() + 1) {
            out.append(sign);
            flags.fill(out, flags.width - number.length() - 1);
            out.append(number);
        } else {
            flags.pad(out, sign + number);
        }
    }

    /** {@code #}: always a decimal point, and no trailing zeros cut for {@code %g}. */
    private static String withPoint(String number, char form, int precision) {
        int missing = 0;
        if (form == 'g' || form == 'G' || form == 'x') {
            missing = precision < 0 ? DEFAULT_PRECISION : precision;
        }
        int tail = number.length();
        boolean point = false;
        boolean nonZero = false;
        for (int i = 0; i < tail; i++) {
            char c = number.charAt(i);
            if (c == '.') {
                point = true;
            } else if (c == 'p' || c == 'P' || (form != 'x' && form != 'X' && (c == 'e' || c == 'E'))) {
                tail = i;
            } else {
                nonZero |= c != '0';
                missing -= nonZero ? 1 : 0;
            }
        }
        String digits = number.substring(0, tail);
        if (!point) {
            missing -= digits.equals("0") ? 1 : 0;
            digits += ".";
        }
        return digits + "0".repeat(Math.max(missing, 0)) + number.substring(tail);
    }
}
