package decs.helm.kube;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Whose log to read.
 *
 * @param container empty for the only container
 * @param tail how many of the last lines; empty for all
 * @param follow go on until the container ends
 * @param previous the log of the container before its last restart
 */
public record LogQuery(
        String namespace, String pod, String container, OptionalInt tail, boolean follow, boolean previous) {
    public LogQuery {
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(pod, "pod");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(tail, "tail");
    }

    /** Everything logged so far. */
    public static LogQuery of(String namespace, String pod, String container) {
        return new LogQuery(namespace, pod, container, OptionalInt.empty(), false, false);
    }

    public LogQuery last(int lines) {
        return new LogQuery(namespace, pod, container, OptionalInt.of(lines), follow, previous);
    }

    public LogQuery following() {
        return new LogQuery(namespace, pod, container, tail, true, previous);
    }

    public LogQuery beforeRestart() {
        return new LogQuery(namespace, pod, container, tail, follow, true);
    }
}
