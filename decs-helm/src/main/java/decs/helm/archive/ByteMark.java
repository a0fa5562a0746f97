package decs.helm.archive;

import java.util.Arrays;

/** The byte order mark that some editors put in front of UTF-8 text. */
final class ByteMark {
    private ByteMark() {}

    /** {@code data} without a mark. */
    static byte[] strip(byte[] data) {
        boolean marked = data.length >= 3 && data[0] == (byte) 0xEF && data[1] == (byte) 0xBB && data[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(data, 3, data.length) : data;
    }
}
