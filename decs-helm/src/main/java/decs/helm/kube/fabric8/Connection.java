package decs.helm.kube.fabric8;

import java.util.Optional;

/**
 * How to reach a server and as whom, with all files read or named by absolute paths. Files win nothing over data: of the
 * two the data counts.
 */
record Connection(
        String server,
        Optional<String> caData,
        Optional<String> caFile,
        Optional<String> certificateData,
        Optional<String> certificateFile,
        Optional<String> keyData,
        Optional<String> keyFile,
        Optional<String> token,
        Optional<String> username,
        Optional<String> password,
        boolean insecure,
        Optional<String> tlsServerName,
        Optional<String> proxy,
        String namespace) {}
