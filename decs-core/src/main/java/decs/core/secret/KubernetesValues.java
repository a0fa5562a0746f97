package decs.core.secret;

import java.util.Map;

/** The port to Secrets and ConfigMaps in a cluster, for {@code ref+k8s}. */
@FunctionalInterface
public interface KubernetesValues {
    /** What is asked for: {@code Secret} or {@code ConfigMap}, and the kubeconfig and context to use, empty for the usual. */
    record Wanted(String kind, String namespace, String name, String kubeconfig, String context) {}

    /** The keys of the object with their values decoded; fails when there is no such object. */
    Map<String, String> read(Wanted wanted);
}
