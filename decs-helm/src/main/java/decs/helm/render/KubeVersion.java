package decs.helm.render;

import decs.helm.chart.HelmVersion;
import java.util.Objects;

/**
 * A Kubernetes version as templates see it.
 *
 * @param version {@code .Capabilities.KubeVersion.Version}, such as {@code v1.30.2}; Helm 4 keeps a vendor's suffix here
 * @param normalized what printing gives and constraints are checked against: without suffix
 */
public record KubeVersion(String version, String normalized, String major, String minor) {
    public KubeVersion {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(normalized, "normalized");
        Objects.requireNonNull(major, "major");
        Objects.requireNonNull(minor, "minor");
    }

    /**
     * A version as {@code --kube-version} takes it.
     *
     * @throws decs.template.source.DecsException when {@code text} is no version
     */
    public static KubeVersion parse(String text, HelmVersion helm) {
        throw new UnsupportedOperationException("being written");
    }
}
