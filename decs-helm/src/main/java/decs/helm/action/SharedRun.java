package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.wait.ObjectStatus;
import decs.helm.kube.wait.WatchSet;
import decs.helm.lease.Holder;
import decs.helm.lease.Leases;
import decs.template.language.Host;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * What all releases of a run on one cluster share: the watches, the Leases, who is told of progress, and the word to
 * stop. Safe to use from many threads.
 */
public final class SharedRun {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final WatchSet watches;
    private final Presence presence;
    private final Map<String, Long> ensured = new ConcurrentHashMap<>();
    private final Leases leases;
    private final BiConsumer<ObjectRef, ObjectStatus> progress;
    private final AtomicInteger turns = new AtomicInteger();
    private volatile boolean stopped;

    /** @param progress hears of every change in how far an object is, while it is waited for */
    public SharedRun(Cluster cluster, Host host, Notices notices, BiConsumer<ObjectRef, ObjectStatus> progress) {
        this.watches = new WatchSet(cluster);
        this.presence = new Presence(cluster);
        this.leases = new Leases(
                cluster,
                Holder.ofProcess(host.environment(), host.clock().instant()),
                host.clock(),
                text -> notices.hear(new Notices.Notice(Notices.Level.WARN, text, List.of())));
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /** A run whose progress nobody hears of. */
    public static SharedRun of(Cluster cluster, Host host, Notices notices) {
        return new SharedRun(cluster, host, notices, (object, status) -> {});
    }

    WatchSet watches() {
        return watches;
    }

    Presence presence() {
        return presence;
    }

    /** Makes sure of a namespace, unless this was done for another release a moment ago. */
    void ensure(String namespace, Runnable work) {
        ensured.compute(namespace, (name, end) -> {
            if (end != null && System.nanoTime() - end < 0) {
                return end;
            }
            work.run();
            return System.nanoTime() + SOON.toNanos();
        });
    }

    Leases leases() {
        return leases;
    }

    void progress(ObjectRef object, ObjectStatus status) {
        progress.accept(object, status);
    }

    void begin() {
        turns.incrementAndGet();
    }

    void end() {
        turns.decrementAndGet();
    }

    /** Whether a release is being changed. */
    public boolean isBusy() {
        return turns.get() > 0;
    }

    /** Others may have changed the cluster: nothing that was seen before is relied on. */
    public void changedByOthers() {
        presence.forget();
        ensured.clear();
    }

    /** Asks all that runs to end soon and in order: no new writes but those that say how far it came. */
    public void stop() {
        stopped = true;
        watches.wake();
    }

    /**
     * Goes on only if nobody has asked to stop, and gives a sign of life.
     *
     * @throws ReleaseException {@code context canceled}
     */
    void check() {
        if (stopped) {
            throw canceled();
        }
        leases.beat();
    }

    /** Waits a moment, unless somebody asks to stop. */
    void pause(Duration moment) {
        try {
            watches.await(moment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw canceled();
        }
        check();
    }

    static ReleaseException canceled() {
        return new ReleaseException("context canceled");
    }
}
