package decs.testing.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.testing.run.TestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ChartSuitesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void chart() throws IOException {
        write("web/Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.0.0\n");
        write("web/templates/a.yaml", "kind: Pod\nmetadata: {name: {{ .Release.Name }}}\n");
        write("web/tests/a_test.yaml", """
            suite: a
            templates: [a.yaml]
            tests:
            - it: is a Pod
              asserts: [{isKind: {of: Pod}}]
            """);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @TestFactory
    Stream<DynamicNode> suitesAreTests() {
        return ChartSuites.of(TestOptions.in(folder), "web");
    }

    @Test
    void aFailureSaysWhatIsWrong() throws IOException {
        write("web/tests/b_test.yaml", """
            suite: b
            templates: [a.yaml]
            tests:
            - it: is none
              asserts: [{isKind: {of: Service}}]
            """);
        List<DynamicNode> suites = ChartSuites.of(TestOptions.in(folder), "web").toList();
        DynamicContainer last = (DynamicContainer) suites.get(1);
        assertEquals("b (web/tests/b_test.yaml)", last.getDisplayName());
        DynamicTest test = (DynamicTest) last.getChildren().findFirst().orElseThrow();
        AssertionError error =
                assertThrows(AssertionError.class, () -> test.getExecutable().execute());
        assertTrue(error.getMessage().contains("Expected to be kind:"), error.getMessage());
    }

    @Test
    void aFileThatIsNoSuiteFails() throws IOException {
        write("web/tests/b_test.yaml", "suite: b\n");
        List<DynamicNode> nodes = ChartSuites.of(TestOptions.in(folder), "web").toList();
        DynamicTest test = (DynamicTest) nodes.get(nodes.size() - 1);
        AssertionError error =
                assertThrows(AssertionError.class, () -> test.getExecutable().execute());
        assertEquals("no tests found", error.getMessage());
    }
}
