package decs.template.gofmt;

import java.nio.charset.StandardCharsets;

/**
 * A Java String seen as the bytes of a Go string. Bytes that are not valid UTF-8 are carried as lone surrogates
 * U+DC80..U+DCFF, one for each byte 0x80..0xFF, so that cutting a text in the middle of a character loses nothing.
 */
public final class GoString {
    private static final int RAW_BASE = 0xDC00;

    private GoString() {}

    /** The length in bytes. */
    public static int length(String text) {
        int chars = text.length();
        int bytes = chars;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                bytes += extraBytes(text, i, c);
            }
        }
        return bytes;
    }

    private static int extraBytes(String text, int at, char c) {
        if (c < 0x800) {
            return 1;
        }
        if (!Character.isSurrogate(c)) {
            return 2;
        }
        // a pair: four bytes by two chars, counted one each; a raw byte: one byte
        return isRawByte(text, at, c) ? 0 : 1;
    }

    /** Whether the char at {@code at} carries one byte that is no part of valid UTF-8. */
    public static boolean isRawByte(String text, int at) {
        return isRawByte(text, at, text.charAt(at));
    }

    private static boolean isRawByte(String text, int at, char c) {
        return c >= 0xDC80 && c <= 0xDCFF && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** The byte that a char for which {@link #isRawByte} holds stands for, 0x80..0xFF. */
    public static int rawByte(char c) {
        return c - RAW_BASE;
    }

    /** The char that carries a byte of 0x80..0xFF. */
    public static char carrier(int rawByte) {
        return (char) (RAW_BASE + (rawByte & 0xFF));
    }

    /** Whether every char is ASCII, so that byte and char positions are the same. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Go's {@code text[start:end]}; positions are bytes and must be in range. */
    public static String substring(String text, int start, int end) {
        int ascii = 0;
        int stop = Math.min(end, text.length());
        while (ascii < stop && text.charAt(ascii) < 0x80) {
            ascii++;
        }
        if (ascii >= end) {
            return text.substring(start, end);
        }
        byte[] bytes = bytes(text);
        return of(bytes, start, end);
    }

    /** The bytes of the text. */
    public static byte[] bytes(String text) {
        int chars = text.length();
        for (int i = 0; i < chars; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return surrogateBytes(text);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] surrogateBytes(String text) {
        byte[] bytes = new byte[length(text)];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (isRawByte(text, i, (char) c)) {
                bytes[n++] = (byte) rawByte((char) c);
                continue;
            }
            if (Character.isHighSurrogate((char) c) && i + 1 < text.length()) {
                c = text.codePointAt(i);
                i += c > 0xFFFF ? 1 : 0;
            }
            n = encode(c, bytes, n);
        }
        return n == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, n);
    }

    private static int encode(int c, byte[] to, int at) {
        int n = at;
        if (c < 0x80) {
            to[n++] = (byte) c;
        } else if (c < 0x800) {
            to[n++] = (byte) (0xC0 | c >> 6);
            to[n++] = (byte) (0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            to[n++] = (byte) (0xE0 | c >> 12);
            to[n++] = (byte) (0x80 | (c >> 6 & 0x3F));
            to[n++] = (byte) (0x80 | (c & 0x3F));
        } else {
            to[n++] = (byte) (0xF0 | c >> 18);
            to[n++] = (byte) (0x80 | (c >> 12 & 0x3F));
            to[n++] = (byte) (0x80 | (c >> 6 & 0x3F));
            to[n++] = (byte) (0x80 | (c & 0x3F));
        }
        return n;
    }

    /** The text of these bytes; whatever is not valid UTF-8 is carried byte by byte. */
    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** The text of {@code bytes[start:end]}. */
    public static String of(byte[] bytes, int start, int end) {
        int i = start;
        while (i < end && bytes[i] >= 0) {
            i++;
        }
        if (i == end) {
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
        if (isUtf8(bytes, i, end)) {
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(end - start);
        text.append(new String(bytes, start, i - start, StandardCharsets.ISO_8859_1));
        while (i < end) {
            int size = sequence(bytes, i, end);
            if (size == 0) {
                text.append(carrier(bytes[i++]));
            } else {
                text.appendCodePoint(decode(bytes, i, size));
                i += size;
            }
        }
        return text.toString();
    }

    private static boolean isUtf8(byte[] bytes, int start, int end) {
        int i = start;
        while (i < end) {
            int size = bytes[i] >= 0 ? 1 : sequence(bytes, i, end);
            if (size == 0) {
                return false;
            }
            i += size;
        }
        return true;
    }

    /** The number of bytes of the valid UTF-8 sequence that starts at {@code at}, or 0. */
    static int sequence(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int size = lead >= 0xC2 && lead <= 0xDF
                ? 2
                : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        if (size == 0 || at + size > end) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }

    private static int decode(byte[] bytes, int at, int size) {
        int lead = bytes[at] & 0xFF;
        int c = size == 1 ? lead : lead & (0x7F >> size);
        for (int i = 1; i < size; i++) {
            c = (c << 6) | (bytes[at + i] & 0x3F);
        }
        return c;
    }

    /** Whether the text holds no raw bytes. */
    public static boolean isValid(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRawByte(text, i, text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The number of runes; each raw byte counts as one, as when Go ranges over the string. */
    public static int runes(String text) {
        int n = text.length();
        for (int i = 1; i < text.length(); i++) {
            if (Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1))) {
                n--;
            }
        }
        return n;
    }

    /** Orders as Go orders strings: byte by byte. */
    public static int compareBytes(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char c = a.charAt(i);
            char d = b.charAt(i);
            if (c != d) {
                return Character.isSurrogate(c) || Character.isSurrogate(d)
                        ? compareWide(a, b, i, c, d)
                        : Character.compare(c, d);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int compareWide(String a, String b, int at, char c, char d) {
        boolean rawC = isRawByte(a, at, c);
        boolean rawD = isRawByte(b, at, d);
        if (!rawC && !rawD) {
            return Integer.compare(widen(c), widen(d));
        }
        int left = rawC ? rawByte(c) : leadByte(c);
        int right = rawD ? rawByte(d) : leadByte(d);
        return left != right ? Integer.compare(left, right) : java.util.Arrays.compareUnsigned(bytes(a), bytes(b));
    }

    /** Pairs stand above every other char. */
    private static int widen(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }

    private static int leadByte(char c) {
        if (c < 0x80) {
            return c;
        }
        if (c < 0x800) {
            return 0xC0 | c >> 6;
        }
        return Character.isSurrogate(c) ? 0xF0 | (c - 0xD800 + 0x40) >> 8 : 0xE0 | c >> 12;
    }
}
