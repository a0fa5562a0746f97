package decs.template.gofmt;

/** The verbs of integers. Mirrors: {@code fmt.(*pp).fmtInteger} and {@code (*fmt).fmtInteger}. */
final class IntegerVerbs {
    private final StringBuilder out;
    private final FormatFlags flags;

    IntegerVerbs(StringBuilder out, FormatFlags flags) {
        this.out = out;
        this.flags = flags;
    }

    /** Prints the number, or says that the verb is none of its own. */
    boolean print(Number number, int verb) {
        long value = number.longValue();
        boolean unsigned = number instanceof GoInteger typed && typed.isUnsigned();
        switch (verb) {
            case 'v' -> {
                if (flags.sharpV && unsigned) {
                    address(value);
                } else {
                    digits(value, unsigned, 10, 'v');
                }
            }
            case 'd' -> digits(value, unsigned, 10, 'd');
            case 'b' -> digits(value, unsigned, 2, 'b');
            case 'o', 'O' -> digits(value, unsigned, 8, verb);
            case 'x', 'X' -> digits(value, unsigned, 16, verb);
            case 'c' -> flags.pad(out, Character.toString(rune(value)));
            case 'q' -> {
                StringBuilder quoted = new StringBuilder();
                GoQuote.quoteRune(quoted, rune(value), flags.plus);
                flags.pad(out, quoted.toString());
            }
            case 'U' -> codePoint(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** {@code 0x2a}, whatever the flags say. */
    void address(long value) {
        boolean had = flags.sharp;
        flags.sharp = true;
        digits(value, true, 16, 'v');
        flags.sharp = had;
    }

    private static int rune(long value) {
        return value >= 0 && value <= Character.MAX_CODE_POINT && (value < 0xD800 || value > 0xDFFF)
                ? (int) value
                : 0xFFFD;
    }

    private void digits(long value, boolean unsigned, int base, int verb) {
        boolean negative = !unsigned && value < 0;
        int least = 0;
        if (flags.precisionGiven) {
            least = flags.precision;
            if (least == 0 && value == 0) {
                flags.padWithSpaces(out, "");
                return;
            }
        } else if (flags.zero && !flags.minus && flags.widthGiven) {
            least = flags.width - (negative || flags.plus || flags.space ? 1 : 0);
        }
        String digits = Long.toUnsignedString(negative ? -value : value, base);
        if (verb == 'X') {
            digits = digits.toUpperCase(java.util.Locale.ROOT);
        }
        StringBuilder text = new StringBuilder();
        text.append(negative ? "-" : flags.plus ? "+" : flags.space ? " " : "");
        int zeros = Math.max(least - digits.length(), 0);
        text.append(prefix(base, verb, zeros > 0 || digits.charAt(0) == '0'));
        text.append("0".repeat(zeros)).append(digits);
        flags.padWithSpaces(out, text.toString());
    }

    private String prefix(int base, int verb, boolean leadingZero) {
        if (verb == 'O') {
            return flags.sharp && !leadingZero ? "0o0" : "0o";
        }
        if (!flags.sharp) {
            return "";
        }
        return switch (base) {
            case 2 -> "0b";
            case 8 -> leadingZero ? "" : "0";
            case 16 -> verb == 'X' ? "0X" : "0x";
            default -> "";
        };
    }

    private void codePoint(long value) {
        String hex = Long.toUnsignedString(value, 16).toUpperCase(java.util.Locale.ROOT);
        int least = Math.max(flags.precisionGiven ? flags.precision : 4, 4);
        String text = "U+" + "0".repeat(Math.max(least - hex.length(), 0)) + hex;
        if (flags.sharp && value >= 0 && value <= Character.MAX_CODE_POINT && Printable.test((int) value)) {
            text += " '" + Character.toString((int) value) + "'";
        }
        flags.padWithSpaces(out, text);
    }
}
