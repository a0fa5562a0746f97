package decs.helm.registry;

import decs.template.source.DecsException;

/**
 * An OCI reference: {@code oci://host[:port]/path[:tag][@digest]}.
 *
 * @param tag with {@code +} as {@code _}, since tags know no {@code +}; empty when there is none
 * @param digest {@code sha256:…}, or empty
 */
public record OciReference(String host, String path, String tag, String digest) {
    private static final String SCHEME = "oci://";
    private static final String PATH =
            "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*";

    public static boolean isOne(String reference) {
        return reference.startsWith(SCHEME);
    }

    public static OciReference parse(String reference) {
        String rest = reference.substring(SCHEME.length());
        String digest = "";
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = rest.substring(at + 1);
            rest = rest.substring(0, at);
        }
        if (!digest.isEmpty() && !digest.matches("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}")) {
            throw new DecsException("invalid reference: \"" + reference + "\" has no digest behind its @");
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
        if (!path.matches(PATH)) {
            throw new DecsException("invalid reference: \"" + reference + "\": invalid repository \"" + path + "\"");
        }
        return new OciReference(rest.substring(0, slash), path, tag.replace('+', '_'), digest);
    }

    public OciReference withTag(String version) {
        return new OciReference(host, path, version.replace('+', '_'), digest);
    }

    /** The same below {@code name}. */
    public OciReference below(String name) {
        return new OciReference(host, path.isEmpty() ? name : path + "/" + name, tag, digest);
    }

    /** What stands behind {@code /manifests/}: the digest, else the tag. */
    public String manifest() {
        return digest.isEmpty() ? tag : digest;
    }

    @Override
    public String toString() {
        return host + "/" + path + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
    }
}
