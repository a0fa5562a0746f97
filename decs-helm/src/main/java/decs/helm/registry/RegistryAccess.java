package decs.helm.registry;

import decs.helm.http.Access;

/** How registries are spoken to, by their host. */
public interface RegistryAccess {
    /** Credentials and certificates for {@code host}; its origin does not count. */
    Access access(String host);

    /** Whether {@code host} is reached without TLS. */
    boolean plainHttp(String host);
}
