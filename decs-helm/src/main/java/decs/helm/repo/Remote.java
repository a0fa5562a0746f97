package decs.helm.repo;

import decs.helm.http.Access;
import decs.helm.registry.OciReference;
import java.net.URI;

/** Where a packed chart is, once its name was looked up. */
sealed interface Remote {
    /** The same for two that are surely the same archive. */
    String key();

    /**
     * A file on a web server.
     *
     * @param digest what the index says; may be empty
     * @param version what the index says; may be empty
     * @param entry the digest of all that the index says of it; empty where there is no index
     */
    record Archive(URI address, Access access, String digest, String version, String entry) implements Remote {
        @Override
        public String key() {
            return address + " " + digest;
        }
    }

    /**
     * A chart in a registry.
     *
     * @param wanted a version, a constraint, or empty
     */
    record InRegistry(OciReference reference, String wanted) implements Remote {
        @Override
        public String key() {
            return "oci://" + reference + " " + wanted;
        }
    }
}
