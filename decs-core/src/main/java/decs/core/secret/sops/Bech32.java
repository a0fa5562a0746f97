package decs.core.secret.sops;

import decs.template.source.DecsException;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Text of five-bit letters with a checksum (BIP 173), as age writes its keys. */
final class Bech32 {
    private static final String LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM = 6;

    private Bech32() {}

    /** The bytes behind {@code prefix}; the text is all upper or all lower case. */
    static byte[] decode(String prefix, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String start = prefix.toLowerCase(Locale.ROOT) + "1";
        boolean mixed = !text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT));
        if (mixed || !lower.startsWith(start) || lower.length() < start.length() + CHECKSUM) {
            throw new DecsException("age: malformed secret key");
        }
        int[] values = new int[lower.length() - start.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = LETTERS.indexOf(lower.charAt(start.length() + i));
            if (values[i] < 0) {
                throw new DecsException("age: malformed secret key: invalid character");
            }
        }
        if (checksum(start.substring(0, start.length() - 1), values) != 1) {
            throw new DecsException("age: malformed secret key: invalid checksum");
        }
        return bytes(values, values.length - CHECKSUM);
    }

    private static int checksum(String prefix, int[] values) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (int value : values) {
            sum = step(sum, value);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = ((sum & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            if (((top >> i) & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }

    private static byte[] bytes(int[] values, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < count; i++) {
            held = (held << 5) | values[i];
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return out.toByteArray();
    }
}
