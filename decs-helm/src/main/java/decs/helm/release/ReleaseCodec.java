package decs.helm.release;

import decs.helm.chart.HelmVersion;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import decs.template.yaml.YamlException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;

/**
 * The text of a release record: JSON, gzipped, in base64. Written as Helm 3 or Helm 4 writes it; read in every form that
 * Helm 3 and later have written, the ungzipped one of the first versions too.
 */
public final class ReleaseCodec {
    /** What a gzip stream begins with, as Go writes it at its best level: no name, no time, no known system. */
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};

    /** The most that a record may inflate to. */
    private static final int MOST_BYTES = 256 << 20;

    private ReleaseCodec() {}

    /** The record of {@code release} as {@code helm} writes it. */
    public static String encode(Release release, HelmVersion helm) {
        byte[] json = json(release, helm).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(gzip(json));
    }

    /** The JSON inside of the record. */
    public static String json(Release release, HelmVersion helm) {
        return new ReleaseWriter(helm).json(release, Optional.of(release.chart().json(helm)), Optional.empty());
    }

    /**
     * The JSON that {@code status --output json} prints: without the chart.
     *
     * @param resources the live objects, a JSON object; empty for none
     */
    public static String statusJson(Release release, HelmVersion helm, Optional<String> resources) {
        return new ReleaseWriter(helm).json(release, Optional.empty(), resources);
    }

    /** The JSON that {@code get metadata --output json} prints. */
    public static String metadataJson(Release release, HelmVersion helm) {
        return new ReleaseWriter(helm).metadata(release);
    }

    /**
     * The release of a record, with no labels.
     *
     * @throws DecsException when {@code record} is no record
     */
    public static Release decode(String record) {
        try {
            byte[] data = Base64.getDecoder().decode(record);
            byte[] json = isGzip(data) ? gunzip(data) : data;
            Object tree = Json.read(new String(json, StandardCharsets.UTF_8));
            if (!(tree instanceof Map<?, ?>)) {
                throw new DecsException("a release record must hold a JSON object");
            }
            return ReleaseReader.read(JsonTree.map(tree));
        } catch (IllegalArgumentException e) {
            throw new DecsException("a release record must be base64: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DecsException("a release record cannot be inflated: " + e.getMessage(), e);
        } catch (YamlException e) {
            throw new DecsException("a release record is not JSON: " + e.getMessage(), e);
        }
    }

    private static boolean isGzip(byte[] data) {
        return data.length > 3 && data[0] == GZIP_HEADER[0] && data[1] == GZIP_HEADER[1] && data[2] == GZIP_HEADER[2];
    }

    private static byte[] gzip(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 2 + 32);
        out.writeBytes(GZIP_HEADER);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
            deflated.write(data);
        } catch (IOException e) {
            throw new AssertionError(e); // memory does not fail
        } finally {
            deflater.end();
        }
        CRC32 sum = new CRC32();
        sum.update(data);
        littleEndian(out, sum.getValue());
        littleEndian(out, data.length);
        return out.toByteArray();
    }

    private static void littleEndian(ByteArrayOutputStream out, long value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write((int) (value >> shift));
        }
    }

    private static byte[] gunzip(byte[] data) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
            byte[] json = in.readNBytes(MOST_BYTES + 1);
            if (json.length > MOST_BYTES) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            return json;
        }
    }
}
