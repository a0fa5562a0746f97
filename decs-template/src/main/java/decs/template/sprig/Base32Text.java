package decs.template.sprig;

import decs.template.gofmt.GoString;
import decs.template.language.FunctionException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Base32 read as Go reads it: line ends are skipped, an error names the byte. Mirrors: base32.StdEncoding.Decode. */
final class Base32Text {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int GROUP = 8;

    private final String text;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Base32Text(String text) {
        this.text = text;
    }

    /** The bytes, or a failure {@code illegal base32 data at input byte 4}. */
    static byte[] decode(String text) {
        String bytes = new String(GoString.bytes(text), StandardCharsets.ISO_8859_1);
        Base32Text reader = new Base32Text(bytes.replace("\r", "").replace("\n", ""));
        int at = 0;
        while (at < reader.text.length() && reader.group(at)) {
            at += GROUP;
        }
        return reader.out.toByteArray();
    }

    private static FunctionException bad(int at) {
        return new FunctionException("illegal base32 data at input byte " + at);
    }

    /** Reads one group; says whether another may follow. */
    private boolean group(int start) {
        long bits = 0;
        for (int i = 0; i < GROUP; i++) {
            int at = start + i;
            if (at == text.length()) {
                throw bad(start);
            }
            char c = text.charAt(at);
            if (c == '=' && i >= 2 && text.length() - at <= GROUP) {
                checkPadding(at, i);
                write(bits << (5 * (GROUP - i)), i);
                return false;
            }
            int digit = ALPHABET.indexOf(c);
            if (digit < 0) {
                throw bad(at);
            }
            bits = (bits << 5) | digit;
        }
        write(bits, GROUP);
        return true;
    }

    private void checkPadding(int at, int digits) {
        int behind = text.length() - at - 1;
        if (behind + digits < GROUP - 1) {
            throw bad(text.length());
        }
        for (int k = 0; k < GROUP - 1 - digits; k++) {
            if (behind > k && text.charAt(at + 1 + k) != '=') {
                throw bad(at + k);
            }
        }
        if (digits == 3 || digits == 6) {
            throw bad(at);
        }
    }

    private void write(long bits, int digits) {
        for (int i = 0; i < digits * 5 / 8; i++) {
            out.write((int) (bits >> (32 - 8 * i)));
        }
    }
}
