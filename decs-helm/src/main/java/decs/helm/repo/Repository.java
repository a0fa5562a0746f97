package decs.helm.repo;

import decs.helm.http.Access;
import java.util.Objects;

/**
 * A chart repository as Helm's repositories.yaml and helmfile's {@code repositories} describe it; absent texts are empty.
 *
 * @param passCredentials whether credentials also go to other hosts that the index names
 * @param oci whether it is a registry: {@code url} is then a host and a path, with or without {@code oci://}
 * @param plainHttp whether the registry is reached without TLS
 */
public record Repository(
        String name,
        String url,
        String username,
        String password,
        String certFile,
        String keyFile,
        String caFile,
        boolean insecureSkipTlsVerify,
        boolean passCredentials,
        boolean oci,
        boolean plainHttp) {
    public Repository {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
    }

    /** How its server is spoken to. */
    public Access access() {
        return new Access(url, username, password, certFile, keyFile, caFile, insecureSkipTlsVerify, passCredentials);
    }

    /** A public repository. */
    public static Repository of(String name, String url) {
        return new Repository(name, url, "", "", "", "", "", false, false, false, false);
    }

    /** Without the password, which must not reach a log. */
    @Override
    public String toString() {
        return name + " " + url;
    }
}
