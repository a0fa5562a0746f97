package decs.helm.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param uri the address that answered in the end, after redirects
 * @param body the bytes, unpacked; empty when they went into a file
 */
public record Answer(URI uri, int status, HttpHeaders headers, byte[] body) {
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
