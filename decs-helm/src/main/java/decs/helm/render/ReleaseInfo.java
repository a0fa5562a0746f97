package decs.helm.render;

import java.util.Objects;

/**
 * What templates see as {@code .Release}.
 *
 * @param revision 1 for a first install and for {@code helm template}
 * @param upgrade {@code .Release.IsUpgrade}; {@code IsInstall} is its opposite
 */
public record ReleaseInfo(String name, String namespace, int revision, boolean upgrade) {
    public ReleaseInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(namespace, "namespace");
    }

    /** The first revision of a release. */
    public static ReleaseInfo install(String name, String namespace) {
        return new ReleaseInfo(name, namespace, 1, false);
    }

    /** A later revision of a release. */
    public static ReleaseInfo upgrade(String name, String namespace, int revision) {
        return new ReleaseInfo(name, namespace, revision, true);
    }
}
