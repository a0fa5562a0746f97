package decs.helm.kube.local;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The few defaults that releases can notice; a real server sets many more. */
final class Defaults {
    private Defaults() {}

    static KubeObject of(ResourceType type, KubeObject object) {
        return switch (type.group() + "/" + type.kind()) {
            case "/Namespace" -> object.withLabel("kubernetes.io/metadata.name", object.name());
            case "/Secret" -> secret(object);
            case "/Service" -> service(object);
            case "apps/Deployment", "apps/StatefulSet", "apps/ReplicaSet", "/ReplicationController" ->
                missing(object, 1L, "spec", "replicas");
            case "batch/Job" -> missing(missing(object, 1L, "spec", "completions"), 6L, "spec", "backoffLimit");
            default -> object;
        };
    }

    private static KubeObject missing(KubeObject object, Object value, String... path) {
        return object.at(path) == null ? object.with(value, path) : object;
    }

    /** Text goes into the data, as the server does it. */
    private static KubeObject secret(KubeObject object) {
        KubeObject typed = missing(object, "Opaque", "type");
        Map<String, Object> texts = typed.map("stringData");
        if (texts.isEmpty()) {
            return typed.without("stringData");
        }
        Map<String, Object> data = new LinkedHashMap<>(typed.map("data"));
        texts.forEach((key, text) -> data.put(
                key, Base64.getEncoder().encodeToString(String.valueOf(text).getBytes(StandardCharsets.UTF_8))));
        return typed.without("stringData").with(data, "data");
    }

    private static KubeObject service(KubeObject object) {
        KubeObject typed = missing(missing(object, "ClusterIP", "spec", "type"), "None", "spec", "sessionAffinity");
        List<Map<String, Object>> ports = typed.maps("spec", "ports").stream()
                .map(port -> {
                    Map<String, Object> full = new LinkedHashMap<>(port);
                    full.putIfAbsent("protocol", "TCP");
                    if (port.get("port") != null) {
                        full.putIfAbsent("targetPort", port.get("port"));
                    }
                    return full;
                })
                .toList();
        KubeObject withPorts = ports.isEmpty() ? typed : typed.with(ports, "spec", "ports");
        boolean external = withPorts.text("spec", "type").orElse("").equals("ExternalName");
        // an address of the range for documentation, the same for the same name
        int last = Math.floorMod((object.namespace() + "/" + object.name()).hashCode(), 254) + 1;
        return external ? withPorts : missing(withPorts, "192.0.2." + last, "spec", "clusterIP");
    }
}
