package decs.helm.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made to do harm: each is refused, and nothing outside the target changes. */
@SuppressWarnings("StringConcatToTextBlock") // escapes show where lines end
class EvilArchiveTest {
    private static final String CHART_YAML = "apiVersion: v2\nname: app\nversion: 1.0.0\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the members of an archive. */
    private interface Members {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    private static byte[] archive(Members members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(out), StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            members.write(tar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void file(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        byte[] data = name.endsWith("/") ? new byte[0] : content;
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(data.length);
        tar.putArchiveEntry(entry);
        tar.write(data);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, byte type, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private static byte[] with(String name) {
        return archive(tar -> {
            file(tar, "app/Chart.yaml", bytes(CHART_YAML));
            file(tar, name, bytes("evil"));
        });
    }

    private static ChartExpansion expansion() {
        return new ChartExpansion(new ChartLoader(HelmVersion.V4, Limits.defaults()));
    }

    private static Map<String, String> everything(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                all.put(
                        folder.relativize(file).toString(),
                        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.readString(file) : "folder");
            }
        }
        return all;
    }

    /** Unpacks into a folder beside sentinels and checks that they are as they were. */
    private static void refused(byte[] archive, Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve("outside/target"));
        Files.writeString(folder.resolve("outside/sentinel"), "as it was");
        Files.createDirectories(folder.resolve("outside/app"));
        Map<String, String> before = everything(folder);
        assertThrows(DecsException.class, () -> expansion().expand(archive, target));
        assertEquals(before, everything(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../sentinel",
                "app/../../sentinel",
                "app/templates/../../../sentinel",
                "/etc/decs-was-here",
                "app//etc/decs-was-here",
                "app/..",
                "..",
                "app/C:/windows/x",
                "app/c:\\windows\\x",
                "app\\..\\..\\sentinel",
                "..\\sentinel",
                "\\\\server\\share\\x",
                "app/charts/../../../sentinel",
                "app/Chart.yaml",
                "app/CHART.YAML",
                "app/./Chart.yaml",
                "x/Chart.yaml"
            })
    void namesThatPointElsewhereOrTwiceAreRefused(String name, @TempDir Path folder) throws IOException {
        refused(with(name), folder);
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_SYMLINK,
                TarConstants.LF_LINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO
            })
    void linksAndDevicesAreRefused(byte type, @TempDir Path folder) throws IOException {
        byte[] archive = archive(tar -> {
            file(tar, "app/Chart.yaml", bytes(CHART_YAML));
            link(tar, "app/templates", type, "../../sentinel");
            file(tar, "app/templates/x", bytes("evil"));
        });
        refused(archive, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "../app", "a/b", "'a\\b/..'", "''"})
    void namesOfChartsAreNamesOfFolders(String name, @TempDir Path folder) throws IOException {
        refused(archive(tar -> file(tar, "app/Chart.yaml", bytes(CHART_YAML.replace("app", name)))), folder);
    }

    @Test
    void aNameWithANulIsRefused() {
        assertThrows(DecsException.class, () -> EntryName.inChart("app/a\0b"));
    }

    @Test
    void whatIsThereIsNotReplaced(@TempDir Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve("target"));
        Files.createSymbolicLink(target.resolve("app"), folder.resolve("elsewhere"));
        byte[] archive = archive(tar -> file(tar, "app/Chart.yaml", bytes(CHART_YAML)));
        DecsException refused =
                assertThrows(DecsException.class, () -> expansion().expand(archive, target));
        assertTrue(refused.getMessage().startsWith("failed to untar: a file or directory with the name"));
        assertTrue(Files.notExists(folder.resolve("elsewhere")));
    }

    @Test
    void aGoodArchiveIsUnpackedAndLeavesNothingElse(@TempDir Path folder) throws IOException {
        byte[] archive = archive(tar -> {
            file(tar, "app/Chart.yaml", bytes(CHART_YAML));
            file(tar, "app/templates/a.yaml", bytes("a: b\n"));
        });
        expansion().expand(archive, folder);
        assertEquals(
                List.of("", "app", "app/Chart.yaml", "app/templates", "app/templates/a.yaml"),
                new ArrayList<>(everything(folder).keySet()));
    }

    @ParameterizedTest
    @EnumSource(HelmVersion.class)
    void bombsAreRefusedWhileTheyInflate(HelmVersion version) {
        Limits limits = Limits.defaults();
        byte[] ratio = archive(tar -> {
            file(tar, "app/Chart.yaml", bytes(CHART_YAML));
            TarArchiveEntry entry = new TarArchiveEntry("app/zeros");
            entry.setSize(limits.maxArchiveBytes() + 1);
            tar.putArchiveEntry(entry);
            byte[] block = new byte[1 << 20];
            for (long left = entry.getSize(); left > 0; left -= block.length) {
                tar.write(block, 0, (int) Math.min(left, block.length));
            }
            tar.closeArchiveEntry();
        });
        ChartLoader loader = new ChartLoader(version, limits);
        assertTrue(ratio.length < 1 << 20);
        assertThrows(DecsException.class, () -> loader.files(ratio));
    }

    @Test
    void tooManyEntriesAreRefused() {
        Limits few = limits(20);
        byte[] many = archive(tar -> {
            file(tar, "app/Chart.yaml", bytes(CHART_YAML));
            for (int i = 0; i < 30; i++) {
                TarArchiveEntry folder = new TarArchiveEntry("app/f" + i + "/");
                tar.putArchiveEntry(folder);
                tar.closeArchiveEntry();
            }
        });
        assertThrows(DecsException.class, () -> new ChartLoader(HelmVersion.V4, few).files(many));
    }

    private static Limits limits(int entries) {
        Limits all = Limits.defaults();
        return new Limits(
                all.maxDepth(),
                all.maxIncludes(),
                all.maxSteps(),
                all.maxOutputBytes(),
                all.maxTime(),
                all.maxYamlDepth(),
                all.maxYamlAliases(),
                all.maxArchiveBytes(),
                all.maxFileBytes(),
                entries);
    }

    @Test
    void archivesInArchivesHaveOneBudget() {
        byte[] block = new byte[4 << 20];
        byte[] inner = archive(tar -> {
            file(tar, "inner/Chart.yaml", bytes(CHART_YAML.replace("app", "inner")));
            for (int i = 0; i < 20; i++) {
                file(tar, "inner/z" + i, block);
            }
        });
        byte[] outer = archive(tar -> {
            file(tar, "app/Chart.yaml", bytes(CHART_YAML));
            for (int i = 0; i < 8; i++) {
                file(tar, "app/charts/inner" + i + ".tgz", inner);
            }
        });
        DecsException refused =
                assertThrows(DecsException.class, () -> new ChartLoader(HelmVersion.V4, Limits.defaults())
                        .loadArchive(new ByteArrayInputStream(outer)));
        assertTrue(refused.getMessage().contains("the archives in charts/ are together larger"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 20, 60, 100})
    void whatIsCutOffIsRefused(int length) {
        byte[] whole = with("app/a");
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length * length / 101);
        assertThrows(DecsException.class, () -> new ChartLoader(HelmVersion.V4, Limits.defaults()).files(cut));
    }

    @Provide
    Arbitrary<List<String>> names() {
        Arbitrary<String> part =
                Arbitraries.of("..", ".", "", "app", "Chart.yaml", "templates", "a", "C:", "\\", "x\\..\\y", "\u0001");
        Arbitrary<String> name = part.list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join("/", parts));
        return name.list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 150)
    void nothingOutsideTheTargetEverChanges(@ForAll("names") List<String> names) throws IOException {
        Path folder = Files.createTempDirectory("evil");
        try {
            Path target = Files.createDirectories(folder.resolve("outside/target"));
            Files.writeString(folder.resolve("outside/sentinel"), "as it was");
            Map<String, String> before = everything(folder);
            byte[] archive = archive(tar -> {
                file(tar, "app/Chart.yaml", bytes(CHART_YAML));
                for (String name : names) {
                    file(tar, name, bytes("evil"));
                }
            });
            boolean unpacked = true;
            try {
                expansion().expand(archive, target);
            } catch (DecsException refused) {
                unpacked = false;
            }
            Map<String, String> after = everything(folder);
            if (unpacked) {
                after.keySet().removeIf(name -> name.startsWith("outside/target/app"));
            }
            assertEquals(before, after);
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
