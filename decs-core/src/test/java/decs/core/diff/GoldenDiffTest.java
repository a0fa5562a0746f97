package decs.core.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded comparisons: two manifests, options, and what helm-diff printed. */
class GoldenDiffTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "web-versions",
                "secret-masked",
                "secret-decoded",
                "secret-shown",
                "secret-suppressed",
                "secret-structured",
                "all-others",
                "new-release",
                "new-release-json",
                "hooks",
                "tests-included",
                "tests-left-out",
                "kept",
                "other-chart-simple"
            })
    void printsAsRecorded(String name) {
        TextArchive archive = TextArchive.resource(getClass(), name + ".txtar");
        Map<String, String> options = archive.section("options")
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        ManifestReading reading = ManifestReading.of(options.get("namespace"))
                .withNormalized(options.containsKey("normalized"))
                .withSkippedHooks(options.containsKey("tests") ? Set.of() : ManifestReading.TESTS);
        Comparison how =
                Comparison.standard().withSecrets(SecretDisplay.valueOf(options.getOrDefault("secrets", "MASKED")));
        ManifestDiff diff = ManifestDiff.between(
                ManifestObjects.read(archive.section("before"), reading),
                ManifestObjects.read(archive.section("after"), reading),
                how);
        List<Predicate<String>> noLines = List.of();
        DiffStyle style = new DiffStyle(
                Integer.parseInt(options.getOrDefault("context", "-1")),
                options.containsKey("colour"),
                options.containsKey("suppress") ? Set.of(options.get("suppress")) : Set.of(),
                noLines);
        DiffForm form = DiffForm.valueOf(options.getOrDefault("form", "DIFF"));
        assertEquals(archive.section("want"), form.printer().print(diff, style));
    }
}
