package decs.core.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.helm.chart.ChartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "*.yaml | a.yaml b.yaml",
                "*      | .h a.yaml b.yaml d e{1}",
                "?.yaml | a.yaml b.yaml",
                "[b-z]* | b.yaml d e{1}",
                "[^a]*.yaml | b.yaml",
                "d/*    | d/c.yaml d/deep",
                "*/*    | d/c.yaml d/deep e{1}/f.yaml",
                "**/*.yaml | d/c.yaml e{1}/f.yaml",
                "d/../*.yaml | a.yaml b.yaml",
                "e{1}/* | e{1}/f.yaml",
                "{a,b}.yaml | ''",
                "\\a.yaml | a.yaml",
                "none/*.yaml | ''",
                "a.yaml/* | ''",
            })
    void patternsMeanWhatGoTakesThemFor(String pattern, String found, @TempDir Path folder) throws IOException {
        Path root = Files.createDirectory(folder.resolve("x[y]")); // its own name is no pattern
        for (String name : new String[] {"a.yaml", "b.yaml", ".h", "d/c.yaml", "d/deep/g.yaml", "e{1}/f.yaml"}) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), "");
        }
        assertEquals(
                found,
                Glob.find(root, pattern).stream()
                        .map(path -> root.relativize(path).toString())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void aBrokenPatternIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a"), "");
        assertThrows(ChartException.class, () -> Glob.find(folder, "[a"));
    }
}
