package decs.helm.kube.fabric8;

import decs.helm.kube.KubeObject;
import decs.template.yaml.Json;
import java.util.Map;

/** Objects of the API out of their JSON. */
final class ApiJson {
    private ApiJson() {}

    static KubeObject read(String json) {
        return object(Json.read(json));
    }

    @SuppressWarnings("unchecked")
    static KubeObject object(Object tree) {
        return KubeObject.of(tree instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of());
    }
}
