package decs.helm.render;

import decs.helm.chart.HelmVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the cluster offers, as {@code .Capabilities}.
 *
 * @param apiVersions {@code group/version} and, from a real cluster, {@code group/version/Kind}
 */
public record Capabilities(KubeVersion kubeVersion, List<String> apiVersions) {
    private static final String DEFAULT_KUBE_VERSION = "v1.37.0";

    /** The versions that Helm's client library knows, in its order. */
    private static final List<String> KNOWN_VERSIONS = List.of(
            "v1",
            "admissionregistration.k8s.io/v1",
            "admissionregistration.k8s.io/v1alpha1",
            "admissionregistration.k8s.io/v1beta1",
            "internal.apiserver.k8s.io/v1alpha1",
            "apps/v1",
            "apps/v1beta1",
            "apps/v1beta2",
            "authentication.k8s.io/v1",
            "authentication.k8s.io/v1alpha1",
            "authentication.k8s.io/v1beta1",
            "authorization.k8s.io/v1",
            "authorization.k8s.io/v1beta1",
            "autoscaling/v1",
            "autoscaling/v2",
            "batch/v1",
            "batch/v1beta1",
            "certificates.k8s.io/v1",
            "certificates.k8s.io/v1beta1",
            "certificates.k8s.io/v1alpha1",
            "coordination.k8s.io/v1alpha2",
            "coordination.k8s.io/v1beta1",
            "coordination.k8s.io/v1",
            "discovery.k8s.io/v1",
            "discovery.k8s.io/v1beta1",
            "events.k8s.io/v1",
            "events.k8s.io/v1beta1",
            "extensions/v1beta1",
            "flowcontrol.apiserver.k8s.io/v1",
            "flowcontrol.apiserver.k8s.io/v1beta1",
            "flowcontrol.apiserver.k8s.io/v1beta2",
            "flowcontrol.apiserver.k8s.io/v1beta3",
            "lifecycle.k8s.io/v1alpha1",
            "networking.k8s.io/v1",
            "networking.k8s.io/v1beta1",
            "node.k8s.io/v1",
            "node.k8s.io/v1alpha1",
            "node.k8s.io/v1beta1",
            "policy/v1",
            "policy/v1beta1",
            "rbac.authorization.k8s.io/v1",
            "rbac.authorization.k8s.io/v1beta1",
            "rbac.authorization.k8s.io/v1alpha1",
            "resource.k8s.io/v1",
            "resource.k8s.io/v1beta2",
            "resource.k8s.io/v1beta1",
            "resource.k8s.io/v1alpha3",
            "scheduling.k8s.io/v1alpha3",
            "scheduling.k8s.io/v1beta1",
            "scheduling.k8s.io/v1",
            "storage.k8s.io/v1beta1",
            "storage.k8s.io/v1",
            "storage.k8s.io/v1alpha1",
            "storagemigration.k8s.io/v1",
            "storagemigration.k8s.io/v1beta1",
            "apiextensions.k8s.io/v1beta1",
            "apiextensions.k8s.io/v1");

    public Capabilities {
        Objects.requireNonNull(kubeVersion, "kubeVersion");
        apiVersions = List.copyOf(apiVersions);
    }

    /** Those that Helm assumes without a cluster. */
    public static Capabilities defaults(HelmVersion version) {
        return new Capabilities(KubeVersion.parse(DEFAULT_KUBE_VERSION, version), KNOWN_VERSIONS);
    }

    public Capabilities withKubeVersion(KubeVersion kubeVersion) {
        return new Capabilities(kubeVersion, apiVersions);
    }

    /** The same with more API versions behind those there are ({@code --api-versions}). */
    public Capabilities plusApiVersions(List<String> more) {
        List<String> sum = new ArrayList<>(apiVersions);
        sum.addAll(more);
        return new Capabilities(kubeVersion, sum);
    }
}
