package decs.helm.http;

import java.util.Objects;

/**
 * How a server is spoken to; absent texts are empty.
 *
 * @param origin the address whose scheme, host and port the credentials belong to
 * @param username with {@code password} for basic authentication; a password alone is a bearer token
 * @param certFile a client certificate in PEM form, {@code keyFile} its key
 * @param caFile the authorities that the server's certificate is checked against
 * @param insecure whether the server's certificate is not checked at all
 * @param everywhere whether the credentials also go to other servers that an index names
 */
public record Access(
        String origin,
        String username,
        String password,
        String certFile,
        String keyFile,
        String caFile,
        boolean insecure,
        boolean everywhere) {
    public Access {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
    }

    /** Nobody in particular, with the system's certificates. */
    public static Access anonymous(String origin) {
        return new Access(origin, "", "", "", "", "", false, false);
    }

    public Access withCredentials(String username, String password) {
        return new Access(origin, username, password, certFile, keyFile, caFile, insecure, everywhere);
    }

    Certificates certificates() {
        return new Certificates(certFile, keyFile, caFile, insecure);
    }

    /** What a TLS context is made of. */
    record Certificates(String certFile, String keyFile, String caFile, boolean insecure) {
        boolean usual() {
            return certFile.isEmpty() && caFile.isEmpty() && !insecure;
        }
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return origin;
    }
}
