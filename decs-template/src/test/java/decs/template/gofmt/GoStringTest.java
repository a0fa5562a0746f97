package decs.template.gofmt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GoStringTest {
    @Property
    void bytesComeBack(@ForAll @Size(max = 12) byte[] bytes) {
        String text = GoString.of(bytes);
        assertArrayEquals(bytes, GoString.bytes(text));
        assertEquals(bytes.length, GoString.length(text));
    }

    @Property
    void validTextIsItself(@ForAll String text) {
        String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(valid, GoString.of(valid.getBytes(StandardCharsets.UTF_8)));
    }

    @Property
    void ordersAsBytes(@ForAll @Size(max = 6) byte[] a, @ForAll @Size(max = 6) byte[] b) {
        assertEquals(
                Integer.signum(Arrays.compareUnsigned(a, b)),
                Integer.signum(GoString.compareBytes(GoString.of(a), GoString.of(b))));
    }

    @Property
    void cutsBytes(@ForAll @Size(max = 9) byte[] bytes) {
        String text = GoString.of(bytes);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertArrayEquals(Arrays.copyOfRange(bytes, 0, cut), GoString.bytes(GoString.substring(text, 0, cut)));
            assertArrayEquals(
                    Arrays.copyOfRange(bytes, cut, bytes.length),
                    GoString.bytes(GoString.substring(text, cut, bytes.length)));
        }
    }

    @Test
    void ordersPairsAboveAllOthers() {
        assertEquals(-1, Integer.signum(GoString.compareBytes("\uFFFD", "\uD83D\uDE00")));
        assertEquals(1, Integer.signum(GoString.compareBytes("\uD83D\uDE01", "\uD83D\uDE00")));
    }
}
