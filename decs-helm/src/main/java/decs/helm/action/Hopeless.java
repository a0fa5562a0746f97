package decs.helm.action;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.wait.HopelessPods;
import decs.helm.kube.wait.Sight;
import java.util.List;
import java.util.Map;

/** Sees when waiting longer changes nothing, so that a run fails early; it looks only after some seconds. */
final class Hopeless {
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final boolean wanted;
    private final long begin = System.nanoTime();

    Hopeless(boolean wanted) {
        this.wanted = wanted;
    }

    /** Whether one of the objects still waited for can no longer become ready. */
    boolean is(Sight sight, List<ObjectRef> open, Map<ObjectRef, KubeObject> seen) {
        return wanted
                && System.nanoTime() - begin > PATIENCE_NANOS
                && open.stream().filter(seen::containsKey).anyMatch(ref -> HopelessPods.of(seen.get(ref), sight));
    }
}
