package decs.helm.archive;

import static org.junit.jupiter.api.Assertions.assertFalse;

import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A good archive with some bytes changed, inside of its gzip or outside, loads or is refused in decs's own way. */
@Tag("fuzz")
class DamagedArchiveTest {
    private static final byte[] TAR = tar();

    /** One byte to put somewhere. */
    record Damage(int at, int value) {
        void to(byte[] bytes) {
            bytes[at % bytes.length] = (byte) value;
        }
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<Integer> values =
                Arbitraries.of(0, 1, (int) '/', (int) '.', (int) '0', (int) '7', (int) 'L', (int) 'x', 0x80, 0xFF);
        return Combinators.combine(Arbitraries.integers().between(0, TAR.length), values)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property
    void damagedTarsAreLoadedOrRefused(@ForAll("damages") List<Damage> damages) {
        byte[] tar = TAR.clone();
        damages.forEach(damage -> damage.to(tar));
        load(gzip(tar));
    }

    @Property
    void damagedGzipsAreLoadedOrRefused(@ForAll("damages") List<Damage> damages) {
        byte[] archive = gzip(TAR);
        damages.forEach(damage -> damage.to(archive));
        load(archive);
    }

    private static void load(byte[] archive) {
        try {
            new ChartLoader(HelmVersion.V4, Limits.defaults()).loadArchive(new ByteArrayInputStream(archive));
        } catch (DecsException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    private static byte[] tar() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            file(tar, "app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
            file(tar, "app/values.yaml", "a: 1\n");
            file(tar, "app/templates/" + "long/".repeat(30) + "a.yaml", "a: {{ .Values.a }}\n");
            file(tar, "app/charts/sub/Chart.yaml", "apiVersion: v2\nname: sub\nversion: 1.0.0\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void file(TarArchiveOutputStream tar, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
