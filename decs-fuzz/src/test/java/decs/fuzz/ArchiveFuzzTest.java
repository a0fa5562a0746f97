package decs.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Chart archives: any bytes, and any bytes as the tar inside of a good gzip. */
class ArchiveFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void anyArchiveIsLoadedOrRefused(byte[] data) throws IOException {
        load(data);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(data);
        }
        load(packed.toByteArray());
    }

    private static void load(byte[] archive) {
        try {
            new ChartLoader(HelmVersion.V4, Limits.defaults()).loadArchive(new ByteArrayInputStream(archive));
        } catch (DecsException refused) {
            assertNotNull(refused.getMessage());
        }
    }
}
