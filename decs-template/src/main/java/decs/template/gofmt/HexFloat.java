package decs.template.gofmt;

/** Floats with a binary exponent: the verbs {@code x}, {@code X} and {@code b}. */
final class HexFloat {
    private HexFloat() {}

    /** {@code 4503599627370496p-52}. */
    static void binary(StringBuilder out, double size, GoFloat.Digits.Width width) {
        int exponent = Math.max(Math.getExponent(size) - width.fraction, width.least);
        long mantissa = (long) Math.scalb(size, -exponent);
        out.append(mantissa).append('p').append(exponent >= 0 ? "+" : "").append(exponent);
    }

    /** {@code 0x1.8p+01}. */
    static void hex(StringBuilder out, double size, char verb, int precision, GoFloat.Digits.Width width) {
        long mantissa = 0;
        int exponent = 0;
        if (size != 0) {
            exponent = Math.max(Math.getExponent(size), width.least + width.fraction);
            mantissa = (long) Math.scalb(size, width.fraction - exponent);
            while (mantissa < 1L << width.fraction) {
                mantissa <<= 1;
                exponent--;
            }
            mantissa <<= 60 - width.fraction;
        }
        if (precision >= 0 && precision < 15) {
            int shift = 60 - precision * 4;
            long extra = mantissa & ((1L << shift) - 1);
            long half = 1L << (shift - 1);
            mantissa >>>= shift;
            if (extra > half || (extra == half && (mantissa & 1) != 0)) {
                mantissa++;
            }
            mantissa <<= shift;
            if ((mantissa & 1L << 61) != 0) {
                mantissa >>>= 1;
                exponent++;
            }
        }
        boolean upper = verb == 'X';
        out.append(upper ? "0X" : "0x").append((char) ('0' + (mantissa >>> 60 & 1)));
        fraction(out, mantissa << 4, precision, upper);
        out.append(upper ? 'P' : 'p').append(exponent < 0 ? '-' : '+');
        int distance = Math.abs(exponent);
        out.append(distance < 10 ? "0" : "").append(distance);
    }

    private static void fraction(StringBuilder out, long bits, int precision, boolean upper) {
        if (precision == 0 || (precision < 0 && bits == 0)) {
            return;
        }
        out.append('.');
        String digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
        long rest = bits;
        for (int i = 0; precision < 0 ? rest != 0 : i < precision; i++) {
            out.append(digits.charAt((int) (rest >>> 60)));
            rest <<= 4;
        }
    }
}
