package decs.core.secret;

import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * {@code ref+k8s}: {@code v1/Secret/NAMESPACE/NAME[/KEY]}, the same for ConfigMaps; without a key all as JSON.
 *
 * <p>Mirrors: vals, providers/k8s
 */
public record KubernetesReferences(KubernetesValues cluster) implements ReferenceProvider {
    private static final String FORM = "<apiVersion>/<kind>/<namespace>/<name>";

    public KubernetesReferences {
        Objects.requireNonNull(cluster, "cluster");
    }

    @Override
    public String text(ReferenceUri uri) {
        String[] path = uri.path().split("/", -1);
        if (path.length != 4 && path.length != 5) {
            throw new DecsException("Invalid path " + uri.path() + ". Path must be in the format " + FORM + "[/<key>]");
        }
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
        String[] path = uri.path().split("/", -1);
        if (path.length != 4) {
            throw new DecsException("Invalid path " + uri.path() + ". Path must be in the format " + FORM);
        }
        return new ValueMap(read(uri, path));
    }

    private Map<String, String> read(ReferenceUri uri, String[] path) {
        if (!path[0].equals("v1")) {
            throw new DecsException(
                    "Invalid apiVersion " + path[0] + ". Only apiVersion v1 is supported at this time.");
        }
        String wanted = "Unable to get " + path[1] + " " + path[2] + "/" + path[3] + ": ";
        if (!path[1].equals("Secret") && !path[1].equals("ConfigMap")) {
            throw new DecsException(wanted + "The specified kind is not valid. Valid kinds: Secret, ConfigMap");
        }
        String kubeconfig = uri.query().getOrDefault("kubeConfigPath", "");
        if (!kubeconfig.isEmpty() && !Files.exists(Path.of(kubeconfig))) {
            throw new DecsException("kubeConfigPath URI parameter is set but path " + kubeconfig + " does not exist.");
        }
        String context = uri.query().getOrDefault("kubeContext", "");
        try {
            return cluster.read(new KubernetesValues.Wanted(path[1], path[2], path[3], kubeconfig, context));
        } catch (DecsException failure) {
            throw new DecsException(wanted + failure.getMessage(), failure);
        }
    }
}
