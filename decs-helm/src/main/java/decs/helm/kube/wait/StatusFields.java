package decs.helm.kube.wait;

import decs.helm.kube.KubeObject;
import java.util.Map;
import java.util.Optional;

/** Reads what status rules ask of an object. */
record StatusFields(KubeObject live) {
    long count(String field) {
        return live.number("status", field).orElse(0L);
    }

    /** {@code spec.replicas}; the server's default is one. */
    long replicas() {
        return live.number("spec", "replicas").orElse(1L);
    }

    Optional<Map<String, Object>> condition(String type) {
        return live.maps("status", "conditions").stream()
                .filter(condition -> type.equals(condition.get("type")))
                .findFirst();
    }

    boolean is(String type, String status) {
        return condition(type)
                .filter(condition -> status.equals(condition.get("status")))
                .isPresent();
    }

    String text(String type, String field) {
        return condition(type)
                .map(condition -> condition.get(field))
                .map(String::valueOf)
                .orElse("");
    }

    /** Whether the controller has seen the newest specification. */
    boolean isObserved() {
        return live.number("status", "observedGeneration")
                .equals(live.number("metadata", "generation").or(() -> Optional.of(0L)));
    }
}
