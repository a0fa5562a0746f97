package decs.helm.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Reads addresses of schemes that are not the web's, {@code s3://bucket/key} for one. Optional modules bring them, as services
 * of {@link java.util.ServiceLoader}.
 */
public interface AddressReader {
    /** The schemes that it reads, in lower case. */
    Set<String> schemes();

    /**
     * What is at the address.
     *
     * @param environment the variables that say how to get there: credentials, region
     * @throws java.nio.file.NoSuchFileException when nothing is there
     * @throws java.nio.file.AccessDeniedException when it may not be read
     */
    InputStream open(URI address, Map<String, String> environment) throws IOException;
}
