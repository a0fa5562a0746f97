package decs.helm.repo;

import decs.template.source.DecsException;

/**
 * An OCI reference: {@code oci://host[:port]/path[:tag][@digest]}.
 *
 * @param tag with {@code +} as {@code _}, since tags know no {@code +}; empty when there is none
 * @param digest {@code sha256:…}, or empty
 */
record OciReference(String host, String path, String tag, String digest) {
    private static final String SCHEME = "oci://";

    static boolean isOne(String reference) {
        return reference.startsWith(SCHEME);
    }

    static OciReference parse(String reference) {
        String rest = reference.substring(SCHEME.length());
        String digest = "";
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = rest.substring(at + 1);
            rest = rest.substring(0, at);
        }
        int slash = rest.indexOf('/');
        if (slash <= 0 || slash == rest.length() - 1) {
            throw new DecsException("invalid reference: \"" + reference + "\" has no host and path");
        }
        String path = rest.substring(slash + 1);
        String tag = "";
        int colon = path.lastIndexOf(':');
        if (colon >= 0) {
            tag = path.substring(colon + 1);
            path = path.substring(0, colon);
        }
        return new OciReference(rest.substring(0, slash), path, tag.replace('+', '_'), digest);
    }

    OciReference withTag(String version) {
        return new OciReference(host, path, version.replace('+', '_'), digest);
    }

    /** What stands behind {@code /manifests/}: the digest, else the tag. */
    String manifest() {
        return digest.isEmpty() ? tag : digest;
    }

    @Override
    public String toString() {
        return host + "/" + path + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
    }
}
