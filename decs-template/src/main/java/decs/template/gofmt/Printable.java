package decs.template.gofmt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which characters Go prints as they are, by Go's version of Unicode and not the JDK's. Mirrors: {@code
 * strconv.IsPrint}.
 */
final class Printable {
    /** Where printable and other characters take turns; the first stretch from 0x80 on is not printable. */
    private static final int[] TURNS = read();

    private Printable() {}

    /** Letters, marks, numbers, punctuation, symbols and the ASCII space. */
    static boolean test(int rune) {
        if (rune < 0x7F) {
            return rune >= ' ';
        }
        int at = Arrays.binarySearch(TURNS, rune);
        return at >= 0 ? at % 2 == 0 : -at % 2 == 0;
    }

    private static int[] read() {
        try (InputStream in = Printable.class.getResourceAsStream("printable.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> line.charAt(0) != '#')
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .flatMapToInt(Printable::turns)
                    .toArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static java.util.stream.IntStream turns(String range) {
        int dash = range.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
        int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), 16);
        return java.util.stream.IntStream.of(first, last + 1);
    }
}
