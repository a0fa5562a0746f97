package decs.core.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.core.diff.DiffLine.Side;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineDiffTest {
    @ParameterizedTest
    @CsvSource({
        "a b c, a b c, =a =b =c",
        "a b c, a x c, =a -b +x =c",
        "a b, x y, -a -b +x +y",
        "a b c, a c, =a -b =c",
        "a c, a b c, =a +b =c",
        "'', a b, - +a +b",
        "a b, '', -a -b +",
    })
    void showsBothSides(String before, String after, String want) {
        assertEquals(want, print(LineDiff.between(before.replace(' ', '\n'), after.replace(' ', '\n'))));
    }

    @Property
    void eachSideIsThereWhole(@ForAll("texts") List<String> before, @ForAll("texts") List<String> after) {
        List<DiffLine> lines = LineDiff.between(String.join("\n", before), String.join("\n", after));
        assertEquals(String.join("\n", before), side(lines, Side.AFTER));
        assertEquals(String.join("\n", after), side(lines, Side.BEFORE));
    }

    @Property
    void asMuchAsCanBeIsCommon(@ForAll("texts") List<String> before, @ForAll("texts") List<String> after) {
        List<DiffLine> lines = LineDiff.between(String.join("\n", before), String.join("\n", after));
        long common = lines.stream().filter(line -> !line.changed()).count();
        assertEquals(longestCommon(before, after), common);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of("a", "b", "c", "", "d").list().ofMinSize(1).ofMaxSize(12);
    }

    private static String print(List<DiffLine> lines) {
        return lines.stream()
                .map(line -> switch (line.side()) {
                            case BOTH -> "=";
                            case BEFORE -> "-";
                            case AFTER -> "+";
                        }
                        + line.text())
                .collect(Collectors.joining(" "));
    }

    private static String side(List<DiffLine> lines, Side other) {
        return lines.stream()
                .filter(line -> line.side() != other)
                .map(DiffLine::text)
                .collect(Collectors.joining("\n"));
    }

    private static long longestCommon(List<String> a, List<String> b) {
        int[][] best = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                best[i][j] = a.get(i - 1).equals(b.get(j - 1))
                        ? best[i - 1][j - 1] + 1
                        : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[a.size()][b.size()];
    }
}
