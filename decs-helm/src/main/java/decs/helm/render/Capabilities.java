package decs.helm.render;

import decs.helm.chart.HelmVersion;
import java.util.List;
import java.util.Objects;

/**
 * What the cluster offers, as {@code .Capabilities}.
 *
 * @param apiVersions {@code group/version} and, from a real cluster, {@code group/version/Kind}
 */
public record Capabilities(KubeVersion kubeVersion, List<String> apiVersions) {
    public Capabilities {
        Objects.requireNonNull(kubeVersion, "kubeVersion");
        apiVersions = List.copyOf(apiVersions);
    }

    /** Those that Helm assumes without a cluster. */
    public static Capabilities defaults(HelmVersion version) {
        throw new UnsupportedOperationException("being written");
    }

    public Capabilities withKubeVersion(KubeVersion kubeVersion) {
        return new Capabilities(kubeVersion, apiVersions);
    }

    /** The same with more API versions behind those there are ({@code --api-versions}). */
    public Capabilities plusApiVersions(List<String> more) {
        throw new UnsupportedOperationException("being written");
    }
}
