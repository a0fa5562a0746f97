package decs.core.secret;

import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.util.Map;
import java.util.Objects;

/** {@code ref+k8s}: {@code v1/Secret/NAMESPACE/NAME[/KEY]}, the same for ConfigMaps; without a key all as JSON. */
public record KubernetesReferences(KubernetesValues cluster) implements ReferenceProvider {
    public KubernetesReferences {
        Objects.requireNonNull(cluster, "cluster");
    }

    @Override
    public String text(ReferenceUri uri) {
        String[] path = path(uri);
        Map<String, String> values = read(uri, path);
        if (path.length == 4) {
            return Json.write(values);
        }
        String value = values.get(path[4]);
        if (value == null) {
            throw new DecsException("Key " + path[4] + " does not exist in " + path[2] + "/" + path[3]);
        }
        return value;
    }

    @Override
    public Map<String, Object> document(ReferenceUri uri) {
        return new ValueMap(read(uri, path(uri)));
    }

    private static String[] path(ReferenceUri uri) {
        String[] path = uri.path().split("/", -1);
        boolean known = path.length >= 4
                && path.length <= 5
                && path[0].equals("v1")
                && (path[1].equals("Secret") || path[1].equals("ConfigMap"));
        if (!known) {
            throw new DecsException("Invalid path " + uri.path()
                    + ". Path must be in the format <apiVersion>/<kind>/<namespace>/<name>/[key]");
        }
        return path;
    }

    private Map<String, String> read(ReferenceUri uri, String[] path) {
        return cluster.read(new KubernetesValues.Wanted(
                path[1],
                path[2],
                path[3],
                uri.query().getOrDefault("kubeConfigPath", ""),
                uri.query().getOrDefault("kubeContext", "")));
    }
}
