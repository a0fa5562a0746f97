package decs.aws;

import decs.helm.http.AddressReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads {@code s3://BUCKET/KEY}: repositories, charts and files that are kept in buckets. */
public final class S3Reader implements AddressReader {
    @Override
    public Set<String> schemes() {
        return Set.of("s3");
    }

    @Override
    public InputStream open(URI address, Map<String, String> environment) throws IOException {
        String key = address.getPath().replaceFirst("^/+", "");
        if (address.getAuthority() == null || key.isEmpty()) {
            throw new NoSuchFileException(address.toString());
        }
        ObjectStore objects = new ObjectStore(Account.of(environment));
        try {
            return objects.open(address.getAuthority(), key);
        } catch (S3Exception refused) {
            throw refused.statusCode() == 404
                    ? new NoSuchFileException(address.toString())
                    : refused.statusCode() == 403 || refused.statusCode() == 401
                            ? new AccessDeniedException(address.toString())
                            : new IOException(refused.getMessage(), refused);
        } catch (SdkException unreachable) {
            throw new IOException(Refusal.words(unreachable), unreachable);
        }
    }
}
