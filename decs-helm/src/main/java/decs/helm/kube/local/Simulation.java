package decs.helm.kube.local;

import decs.helm.kube.KubeObject;
import java.util.Optional;

/** What stands in for controllers and nodes: it says what status an object gets after it was written. */
@FunctionalInterface
public interface Simulation {
    /** Nothing happens by itself: tests set statuses with {@link LocalCluster#report}. */
    Simulation NONE = object -> Optional.empty();

    /** The object with its new status, or empty when nothing changes. */
    Optional<KubeObject> react(KubeObject object);

    /** Everything becomes ready at once; Jobs and Pods that are to end have ended well. */
    static Simulation instant() {
        return new InstantStatus();
    }
}
