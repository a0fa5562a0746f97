package decs.template.gofmt;

/** The verbs of strings and bytes. Mirrors: {@code fmt.(*pp).fmtString}. */
final class TextVerbs {
    private static final String LOWER = "0123456789abcdef";
    private static final String UPPER = "0123456789ABCDEF";

    private final StringBuilder out;
    private final FormatFlags flags;

    TextVerbs(StringBuilder out, FormatFlags flags) {
        this.out = out;
        this.flags = flags;
    }

    boolean accepts(int verb) {
        return verb == 'v' || verb == 's' || verb == 'q' || verb == 'x' || verb == 'X';
    }

    /** Prints the text, or says that the verb is none of its own. */
    boolean print(String text, int verb) {
        switch (verb) {
            case 'v' -> {
                if (flags.sharpV) {
                    quoted(text);
                } else {
                    flags.pad(out, cut(text));
                }
            }
            case 's' -> flags.pad(out, cut(text));
            case 'q' -> quoted(text);
            case 'x' -> hex(GoString.bytes(text), LOWER);
            case 'X' -> hex(GoString.bytes(text), UPPER);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The precision counts runes. */
    private String cut(String text) {
        if (!flags.precisionGiven) {
            return text;
        }
        int end = 0;
        for (int n = 0; n < flags.precision && end < text.length(); n++) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end);
    }

    private void quoted(String text) {
        String cut = cut(text);
        if (flags.sharp && GoQuote.canBackquote(cut)) {
            flags.pad(out, "`" + cut + "`");
            return;
        }
        flags.pad(out, flags.plus ? GoFormat.quoteToAscii(cut) : GoFormat.quote(cut));
    }

    private void hex(byte[] bytes, String digits) {
        int length = flags.precisionGiven ? Math.min(flags.precision, bytes.length) : bytes.length;
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length; i++) {
            if (i > 0 && flags.space) {
                hex.append(' ');
            }
            if (flags.sharp && (i == 0 || flags.space)) {
                hex.append('0').append(digits.equals(UPPER) ? 'X' : 'x');
            }
            hex.append(digits.charAt(bytes[i] >> 4 & 0xF)).append(digits.charAt(bytes[i] & 0xF));
        }
        flags.pad(out, hex.toString());
    }
}
