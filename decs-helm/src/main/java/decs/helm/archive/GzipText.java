package decs.helm.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Gzip with the header that Helm writes: its extra field and the comment {@code Helm}, no name, no time. */
final class GzipText {
    private static final byte[] MAGIC = {0x1f, (byte) 0x8b, 8};
    private static final int EXTRA_AND_COMMENT = 0x04 | 0x10;
    private static final String EXTRA = "+aHR0cHM6Ly95b3V0dS5iZS96OVV6MWljandyTQo=";

    private GzipText() {}

    static byte[] compress(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 3 + 128);
        out.writeBytes(MAGIC);
        out.write(EXTRA_AND_COMMENT);
        out.writeBytes(new byte[] {0, 0, 0, 0, 0, (byte) 255});
        out.write(EXTRA.length());
        out.write(0);
        out.writeBytes(EXTRA.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes("Helm\0".getBytes(StandardCharsets.US_ASCII));
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream body = new DeflaterOutputStream(out, deflater)) {
            body.write(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        CRC32 sum = new CRC32();
        sum.update(data);
        ByteBuffer end = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        out.writeBytes(end.putInt((int) sum.getValue()).putInt(data.length).array());
        return out.toByteArray();
    }
}
