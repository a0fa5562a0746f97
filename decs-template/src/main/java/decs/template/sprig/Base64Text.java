package decs.template.sprig;

import decs.template.language.FunctionException;
import java.io.ByteArrayOutputStream;

/** Base64 read as Go reads it: line ends are skipped, an error names the byte. Mirrors: base64.StdEncoding.Decode. */
final class Base64Text {
    private static final int PADDING = -2;

    private final String text;
    private final ByteArrayOutputStream out;
    private int at;

    private Base64Text(String text) {
        this.text = text;
        this.out = new ByteArrayOutputStream(text.length() * 3 / 4 + 3);
    }

    /** The bytes, or a failure {@code illegal base64 data at input byte 4}. */
    static byte[] decode(String text) {
        Base64Text reader = new Base64Text(decs.template.gofmt.GoString.isAscii(text) ? text : bytewise(text));
        reader.run();
        return reader.out.toByteArray();
    }

    private static String bytewise(String text) {
        return new String(decs.template.gofmt.GoString.bytes(text), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static FunctionException bad(int at) {
        return new FunctionException("illegal base64 data at input byte " + at);
    }

    private void run() {
        int[] group = new int[4];
        int count = 0;
        while (true) {
            skipLineEnds();
            if (at == text.length()) {
                if (count != 0) {
                    throw bad(at - count);
                }
                return;
            }
            int value = value(text.charAt(at++));
            if (value >= 0) {
                group[count++] = value;
                if (count == 4) {
                    write(group, 4);
                    count = 0;
                }
            } else {
                end(value, count);
                write(group, count);
                return;
            }
        }
    }

    private void skipLineEnds() {
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            at++;
        }
    }

    private static int value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : c == '=' ? PADDING : -1;
    }

    /** Checks the padding, of which one character has been read, and that nothing follows. */
    private void end(int value, int count) {
        if (value != PADDING || count < 2) {
            throw bad(at - 1);
        }
        if (count == 2) {
            skipLineEnds();
            if (at == text.length()) {
                throw bad(text.length());
            }
            if (text.charAt(at) != '=') {
                throw bad(at - 1);
            }
            at++;
        }
        skipLineEnds();
        if (at < text.length()) {
            throw bad(at);
        }
    }

    private void write(int[] group, int count) {
        int bits = group[0] << 18 | group[1] << 12 | (count > 2 ? group[2] << 6 : 0) | (count > 3 ? group[3] : 0);
        for (int i = 0; i < count - 1; i++) {
            out.write(bits >> (16 - 8 * i));
        }
    }
}
