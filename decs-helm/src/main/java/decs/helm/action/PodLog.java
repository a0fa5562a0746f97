package decs.helm.action;

import java.util.Objects;

/**
 * What a container of a pod has logged.
 *
 * @param container empty where the pod has but one
 */
public record PodLog(String pod, String container, String text) {
    public PodLog {
        Objects.requireNonNull(pod, "pod");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(text, "text");
    }
}
