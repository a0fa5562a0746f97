package decs.helm.kube.wait;

import decs.helm.kube.ObjectRef;
import java.util.Objects;

/**
 * Why an object is not ready.
 *
 * @param rank what it is; of several reasons the one that comes first in the order of ranks is the root
 * @param lasting whether waiting longer changes nothing
 */
public record Reason(Rank rank, ObjectRef object, String text, boolean lasting) {
    /** Kinds of reasons, those that cause others before those. */
    public enum Rank {
        IMAGE,
        CONFIGURATION,
        CRASH,
        FAILED_RUN,
        CLAIM,
        UNSCHEDULABLE,
        QUOTA,
        PROBE,
        EVENT
    }

    public Reason {
        Objects.requireNonNull(rank, "rank");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return object + ": " + text;
    }
}
