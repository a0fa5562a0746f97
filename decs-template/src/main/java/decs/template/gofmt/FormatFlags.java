package decs.template.gofmt;

/** The flags, width and precision of one verb, and padding by them. */
final class FormatFlags {
    boolean plus;
    boolean minus;
    boolean sharp;
    boolean space;
    boolean zero;
    boolean plusV;
    boolean sharpV;
    boolean widthGiven;
    boolean precisionGiven;
    int width;
    int precision;

    void clear() {
        plus = false;
        minus = false;
        sharp = false;
        space = false;
        zero = false;
        plusV = false;
        sharpV = false;
        widthGiven = false;
        precisionGiven = false;
        width = 0;
        precision = 0;
    }

    /** Takes the flag, or says that it is none. */
    boolean take(char c) {
        switch (c) {
            case '#' -> sharp = true;
            case '0' -> zero = true;
            case '+' -> plus = true;
            case '-' -> minus = true;
            case ' ' -> space = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Turns {@code #} and {@code +} into their meanings for {@code %v}. */
    void forValue() {
        sharpV = sharp;
        sharp = false;
        plusV = plus;
        plus = false;
    }

    /** Appends {@code text} padded to the width. */
    void pad(StringBuilder out, String text) {
        int missing = widthGiven ? width - GoString.runes(text) : 0;
        if (missing <= 0) {
            out.append(text);
        } else if (minus) {
            fill(out.append(text), missing);
        } else {
            fill(out, missing);
            out.append(text);
        }
    }

    /** Appends {@code text} padded with spaces even where {@code 0} was given. */
    void padWithSpaces(StringBuilder out, String text) {
        boolean had = zero;
        zero = false;
        pad(out, text);
        zero = had;
    }

    /** Appends {@code n} characters of padding; zeros stand only on the left. */
    void fill(StringBuilder out, int n) {
        char c = zero && !minus ? '0' : ' ';
        for (int i = 0; i < n; i++) {
            out.append(c);
        }
    }
}
