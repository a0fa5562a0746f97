package decs.helm.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.template.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("StringConcatToTextBlock") // escapes show what is taken out
class MetadataRulesTest {
    private static ChartMetadata read(String yaml) {
        return MetadataRules.check(
                new ChartYaml(HelmVersion.V4).read(Source.of("Chart.yaml", "apiVersion: v2\n" + yaml)));
    }

    @ParameterizedTest
    @CsvSource({
        "., 1.0.0, 'name \".\" is not allowed'",
        ".., 1.0.0, 'name \"..\" is not allowed'",
        "../app, 1.0.0, 'name \"../app\" is invalid'",
        "/app, 1.0.0, 'name \"/app\" is invalid'",
        "a/b, 1.0.0, 'name \"a/b\" is invalid'",
        "'\\u0001', 1.0.0, 'name is required'",
        "'.\\u0001.', 1.0.0, 'name \"..\" is not allowed'",
        "app, ../1.0.0, 'version \"../1.0.0\" is invalid'",
        "app, 1.0.0/../../x, 'version \"1.0.0/../../x\" is invalid'",
        "app, 1.0.0-a/b, 'version \"1.0.0-a/b\" is invalid'",
        "app, '1.0.0\\u0000', 'version \"1.0.0\\x00\" is invalid'",
        "app, .., 'version \"..\" is invalid'"
    })
    void namesAndVersionsThatWouldLeaveTheirFolderAreRefused(String name, String version, String message) {
        ChartException refused = assertThrows(
                ChartException.class, () -> read("name: \"" + name + "\"\nversion: \"" + version + "\"\n"));
        assertEquals("validation: chart.metadata." + message, refused.getMessage());
    }

    @Test
    void controlCharactersAreTakenOut() {
        ChartMetadata metadata = read("name: app\nversion: 1.0.0\ndescription: \"\\u001b[31mred\\u009b\\u202e\\tx\"\n"
                + "appVersion: \"1\\u0007\"\nkeywords: [\"a\\u0000b\"]\n");
        assertEquals("[31mred x", metadata.description());
        assertEquals("1", metadata.appVersion());
        assertEquals("[ab]", metadata.keywords().toString());
    }
}
