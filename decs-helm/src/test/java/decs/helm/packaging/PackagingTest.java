package decs.helm.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.helm.http.LoopbackServer;
import decs.helm.repo.ChartRequest;
import decs.helm.repo.ChartSources;
import decs.helm.repo.Proof;
import decs.helm.repo.SourceSettings;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("StringConcatToTextBlock") // escapes show where lines end
class PackagingTest {
    private final ChartLoader loader = new ChartLoader(HelmVersion.V4, Limits.defaults());

    @TempDir
    Path folder;

    private Path chart(String yaml) throws IOException {
        Path chart = Files.createDirectories(folder.resolve("app"));
        Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: app\nversion: 1.0.0\n" + yaml);
        return chart;
    }

    private Path pack(String version, String appVersion, Path destination) {
        return new PackageChart(loader, HelmVersion.V4, Clock.systemUTC())
                .run(new PackageChart.Order(
                        folder.resolve("app"), version, appVersion, destination, Optional.empty(), Optional.empty()));
    }

    @Test
    void theSameFolderGivesTheSameBytes() throws IOException {
        chart("");
        Files.writeString(folder.resolve("app/values.yaml"), "a: b # kept\n");
        byte[] first = Files.readAllBytes(pack("", "", folder.resolve("1")));
        assertArrayEquals(first, Files.readAllBytes(pack("", "", folder.resolve("2"))));
    }

    @Test
    void aLinkInPlaceOfTheArchiveIsNotFollowed() throws IOException {
        chart("");
        Path precious = Files.writeString(folder.resolve("precious"), "as it was");
        Path link = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("out")).resolve("app-1.0.0.tgz"), precious);
        assertThrows(DecsException.class, () -> pack("", "", folder.resolve("out")));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("as it was", Files.readString(precious));
    }

    @Test
    void versionsCanBeReplaced() throws IOException {
        chart("");
        Path archive = pack("2.0.0", "9", folder.resolve("out"));
        assertEquals("app-2.0.0.tgz", archive.getFileName().toString());
        assertEquals("9", loader.load(archive).metadata().appVersion());
    }

    @ParameterizedTest
    @CsvSource({
        "'', x.y, invalid semantic version",
        "'', ../1, invalid semantic version",
        "'dependencies: [{name: gone, version: 1, repository: x}]', '', 'found in Chart.yaml, but missing in charts/"
                + " directory: gone'"
    })
    void whatCannotBePackedIsSaid(String yaml, String version, String message) throws IOException {
        chart(yaml);
        DecsException refused = assertThrows(DecsException.class, () -> pack(version, "", folder.resolve("out")));
        assertEquals(message, refused.getMessage());
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    @Test
    void aPulledChartWithoutProofIsRefusedAndNotKept() throws IOException {
        chart("");
        byte[] archive = Files.readAllBytes(pack("", "", folder.resolve("out")));
        Path target = Files.createDirectories(folder.resolve("target"));
        try (LoopbackServer server = new LoopbackServer().file("/app-1.0.0.tgz", archive)) {
            SourceSettings settings =
                    new SourceSettings(List.of(), folder.resolve("cache"), true, 0, Duration.ofSeconds(10), false);
            PullChart pull = new PullChart(new ChartSources(settings, loader), loader, Clock.systemUTC());
            ChartRequest request =
                    new ChartRequest(server.url() + "/app-1.0.0.tgz", "", Optional.empty(), false, folder);
            PullChart.Order order =
                    new PullChart.Order(request, target, Optional.empty(), Proof.NEEDED, folder.resolve("keys"));
            DecsException refused = assertThrows(DecsException.class, () -> pull.run(order));
            assertEquals(
                    "failed to fetch provenance \"" + server.url() + "/app-1.0.0.tgz.prov\"", refused.getMessage());
            assertEquals(0, count(target));
            pull.run(new PullChart.Order(request, target, Optional.empty(), Proof.NONE, folder.resolve("keys")));
            assertArrayEquals(archive, Files.readAllBytes(target.resolve("app-1.0.0.tgz")));
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.count();
        }
    }

    @Test
    void sourceDateEpochStampsEveryMember() throws IOException {
        Path chart = chart("");
        PackageChart packer = new PackageChart(loader, HelmVersion.V4, Clock.systemUTC());
        Path first = packer.run(new PackageChart.Order(
                chart, "", "", folder.resolve("1"), Optional.empty(), Optional.of(Instant.EPOCH)));
        Files.setLastModifiedTime(
                chart.resolve("Chart.yaml"),
                java.nio.file.attribute.FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        Path second = packer.run(new PackageChart.Order(
                chart, "", "", folder.resolve("2"), Optional.empty(), Optional.of(Instant.EPOCH)));
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }
}
