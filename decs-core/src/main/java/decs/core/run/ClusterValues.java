package decs.core.run;

import decs.core.secret.KubernetesValues;
import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.template.source.DecsException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Secrets and ConfigMaps of the clusters that a run is connected to. */
public record ClusterValues(Clusters clusters) implements KubernetesValues {
    public ClusterValues {
        Objects.requireNonNull(clusters, "clusters");
    }

    @Override
    public Map<String, String> read(Wanted wanted) {
        KubeObject object = object(wanted);
        Map<String, String> values = new LinkedHashMap<>();
        boolean secret = wanted.kind().equals("Secret");
        object.map("data").forEach((key, value) -> {
            String text = String.valueOf(value);
            values.put(key, secret ? decoded(text) : text);
        });
        return values;
    }

    private KubeObject object(Wanted wanted) {
        try {
            return clusters.at(wanted.kubeconfig(), wanted.context())
                    .get(ObjectRef.of("v1", wanted.kind(), wanted.name()).inNamespace(wanted.namespace()));
        } catch (ClusterException failure) {
            String what = failure.reason() == ClusterException.Reason.BAD_ACCESS
                    ? "Unable to build config from vals configuration: "
                    : "Unable to get the " + wanted.kind() + " object from Kubernetes: ";
            throw new DecsException(what + failure.getMessage(), failure);
        }
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
