package decs.google;

import com.google.cloud.storage.StorageException;
import decs.helm.http.AddressReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;

/** Reads {@code gs://BUCKET/KEY}: repositories, charts and files that are kept in buckets. */
public final class GsReader implements AddressReader {
    @Override
    public Set<String> schemes() {
        return Set.of("gs");
    }

    @Override
    public InputStream open(URI address, Map<String, String> environment) throws IOException {
        String key = address.getPath().replaceFirst("^/+", "");
        if (address.getAuthority() == null || key.isEmpty()) {
            throw new NoSuchFileException(address.toString());
        }
        InputStream in = new ObjectStore(environment).open(address.getAuthority(), key, null);
        try {
            return begun(in);
        } catch (IOException | StorageException failure) {
            in.close();
            throw refused(address, failure);
        }
    }

    /** The same stream, once the server has answered: nothing is asked before the first byte is wanted. */
    private static InputStream begun(InputStream in) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(in, 1);
        int first = stream.read();
        if (first >= 0) {
            stream.unread(first);
        }
        return stream;
    }

    private static IOException refused(URI address, Exception failure) {
        Throwable cause = failure instanceof StorageException ? failure : failure.getCause();
        int code = cause instanceof StorageException answer ? answer.getCode() : 0;
        return switch (code) {
            case 404 -> new NoSuchFileException(address.toString());
            case 401, 403 -> new AccessDeniedException(address.toString());
            default -> new IOException(failure.getMessage(), failure);
        };
    }
}
