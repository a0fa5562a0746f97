package decs.helm.repo;

import decs.helm.archive.Digests;
import java.util.Objects;
import java.util.Optional;

/**
 * A packed chart as it was fetched.
 *
 * @param fileName what the file is called where it comes from
 * @param origin the address, without credentials
 * @param version the version that was found, where an index or a tag says it; else empty
 * @param provenance the bytes of its .prov
 * @param manifestDigest of the manifest that named it in a registry, with its {@code sha256:}
 */
public record FetchedArchive(
        String fileName,
        String origin,
        String version,
        byte[] bytes,
        Optional<byte[]> provenance,
        Optional<String> manifestDigest) {
    public FetchedArchive {
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(bytes, "bytes");
    }

    /** The SHA-256 of the bytes in hex. */
    public String digest() {
        return Digests.sha256(bytes);
    }
}
