package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.wait.ObjectStatus;
import decs.helm.kube.wait.WatchSet;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * What all releases of a run on one cluster share: the watches, who is told of progress, and the word to stop. Safe to
 * use from many threads.
 */
public final class SharedRun {
    private final WatchSet watches;
    private final BiConsumer<ObjectRef, ObjectStatus> progress;
    private volatile boolean stopped;

    public SharedRun(Cluster cluster, BiConsumer<ObjectRef, ObjectStatus> progress) {
        this.watches = new WatchSet(cluster);
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /** A run whose progress nobody hears of. */
    public static SharedRun of(Cluster cluster) {
        return new SharedRun(cluster, (object, status) -> {});
    }

    WatchSet watches() {
        return watches;
    }

    void progress(ObjectRef object, ObjectStatus status) {
        progress.accept(object, status);
    }

    /** Asks all that runs to end soon and in order: no new writes but those that say how far it came. */
    public void stop() {
        stopped = true;
        watches.wake();
    }

    /**
     * Goes on only if nobody has asked to stop.
     *
     * @throws ReleaseException {@code context canceled}
     */
    void check() {
        if (stopped) {
            throw new ReleaseException("context canceled");
        }
    }
}
