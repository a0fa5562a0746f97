package decs.template.semver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintTest {
    @ParameterizedTest
    @CsvSource({
        "^1.2, 1.9.9, true",
        "^1.2, 2.0.0, false",
        "^0.0.3, 0.0.4, false",
        "^0, 0.9.9, true",
        "~1.2.3, 1.2.9, true",
        "~1.2.3, 1.3.0, false",
        ">1, 1.9.9, false",
        ">1, 2.0.0, true",
        "<=1.2, 1.2.9, true",
        "1.2 - 2.3, 2.3.9, true",
        "1.x, 1.3.0-beta, false",
        ">=1.21.0-0, v1.27.3-gke.100, true",
        "*-0, 1.0.0-alpha, true",
        "!=1.x, 1.5.0, false"
    })
    void check(String constraint, String version, boolean want) {
        assertEquals(want, Constraint.parse(constraint).check(Version.parse(version)));
    }

    @Test
    void improperConstraintsAreNamed() {
        assertEquals(
                "improper constraint: \"foo\"",
                assertThrows(SemverException.class, () -> Constraint.parse("foo"))
                        .getMessage());
        assertThrows(SemverException.class, () -> Constraint.parse("1,,2"));
        assertThrows(SemverException.class, () -> Constraint.parse("1 ||"));
    }

    @Test
    void refusalsSayWhy() {
        assertEquals(
                List.of("1.0.0 is less than 1.2.0", "1.0.0 is not equal to 3.0.0"),
                Constraint.parse(">=1.2.0 || 3.0.0").refusals(Version.parse("1.0.0")));
    }

    @Property
    void versionsAreOrderedAsTheirNumbers(
            @ForAll @IntRange(max = 9) int a, @ForAll @IntRange(max = 9) int b, @ForAll @IntRange(max = 9) int c) {
        Version version = Version.parse(a + "." + b + "." + c);
        assertTrue(Constraint.parse(">=" + version + "-0").check(version));
        assertTrue(version.compareTo(Version.parse(version + "-rc.1")) > 0);
        assertEquals(version, Version.parseStrict(version.toString()));
    }

    /** Rows recorded from the library that Helm uses. */
    @Test
    void recordedRows() throws IOException {
        Path table = Path.of("../../shared/probes/semver.tsv");
        assumeTrue(Files.exists(table), "the recorded table is not beside the project");
        List<String> different = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(table)) {
            if (line.startsWith("#")) {
                continue;
            }
            rows++;
            String[] row = line.split("\t", -1);
            String got = answer(row[0], row[1], row[2].startsWith("strict"));
            if (!got.equals(row[2])) {
                different.add(line + " -> " + got);
            }
        }
        assertEquals(List.of(), different);
        assertTrue(rows > 4000);
    }

    private static String answer(String constraint, String version, boolean strict) {
        String kind = version.isEmpty() ? "constraint" : strict ? "strict version" : "version";
        try {
            if (constraint.isEmpty()) {
                String text = unquote(version);
                Version v = strict ? Version.parseStrict(text) : Version.parse(text);
                return "parsed as " + v + " major=" + v.major() + " minor=" + v.minor() + " patch=" + v.patch()
                        + " prerelease=\"" + v.prerelease() + "\" metadata=\"" + v.metadata() + "\" original=\""
                        + v.original() + "\"";
            }
            Constraint read = Constraint.parse(unquote(constraint));
            return Boolean.toString(read.check(Version.parse(unquote(version))));
        } catch (SemverException refused) {
            return kind + " error: " + refused.getMessage();
        }
    }

    private static String unquote(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("\\t", "\t");
    }
}
