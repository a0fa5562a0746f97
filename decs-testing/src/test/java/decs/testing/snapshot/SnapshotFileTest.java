package decs.testing.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
    private static final String STORED = """
        first:
          1: |
            a: 1
          2: |
            b: 2
        gone:
          1: |
            c: 3
        """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void store() throws IOException {
        file = folder.resolve("__snapshot__/x_test.yaml.snap");
        Files.createDirectories(file.getParent());
        Files.writeString(file, STORED);
    }

    @Test
    void whatHasChangedStaysAndWhatNobodyComparesGoes() throws IOException {
        SnapshotFile snapshots = SnapshotFile.open(file, false);
        Snapshots first = snapshots.of("first");
        assertTrue(first.compare("a: 1\n", false).same());
        assertFalse(first.compare("b: 9\n", false).same());
        snapshots.write();
        assertEquals(2, snapshots.total());
        assertEquals(1, snapshots.failed());
        assertEquals("first:\n  1: |\n    a: 1\n  2: |\n    b: 2\n", Files.readString(file));
    }

    @Test
    void anUpdateTakesWhatIsThere() throws IOException {
        SnapshotFile snapshots = SnapshotFile.open(file, true);
        Snapshots first = snapshots.of("first");
        first.compare("a: 1\n", false);
        assertTrue(first.compare("b: 9\n", false).same());
        snapshots.of("gone").compare("c: 3\n", false);
        snapshots.write();
        assertEquals(0, snapshots.failed());
        assertEquals(STORED.replace("b: 2", "b: 9"), Files.readString(file));
    }

    @Test
    void nothingIsWrittenWhereNothingIsNew() throws IOException {
        Files.writeString(file, "# mine\n" + STORED);
        SnapshotFile snapshots = SnapshotFile.open(file, false);
        Snapshots first = snapshots.of("first");
        first.compare("a: 1\n", false);
        first.compare("b: 2\n", false);
        snapshots.of("gone").compare("other\n", true);
        snapshots.write();
        assertEquals(0, snapshots.failed());
        assertTrue(Files.readString(file).startsWith("# mine"));
    }

    @Test
    void theFolderIsMade() {
        SnapshotFile.open(folder.resolve("other/__snapshot__/y.snap"), false).write();
        assertTrue(Files.isDirectory(folder.resolve("other/__snapshot__")));
        assertFalse(Files.exists(folder.resolve("other/__snapshot__/y.snap")));
    }
}
