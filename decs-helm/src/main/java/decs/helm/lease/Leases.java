package decs.helm.lease;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.ClusterException.Reason;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.WriteOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The Leases that a run holds, one for each release it works on. Who may not write Leases does without, as Helm does, and
 * is told once. Safe to use from many threads.
 */
public final class Leases {
    /** How long a sign of life counts. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final WriteOptions AS_DECS = WriteOptions.by("decs");

    private final Cluster cluster;
    private final Holder self;
    private final Clock clock;
    private final Consumer<String> notice;
    private final Map<ObjectRef, Held> held = new LinkedHashMap<>();
    private boolean refused;

    public Leases(Cluster cluster, Holder self, Clock clock, Consumer<String> notice) {
        this.cluster = Objects.requireNonNull(cluster, "cluster");
        this.self = Objects.requireNonNull(self, "self");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.notice = Objects.requireNonNull(notice, "notice");
    }

    private static final class Held {
        private KubeObject lease;
        private Instant beat;
        private int depth = 1;

        Held(KubeObject lease, Instant beat) {
            this.lease = lease;
            this.beat = beat;
        }
    }

    /** What came of asking for a Lease. */
    public sealed interface Answer {
        /** It is held now. {@code before} held it when it died. */
        record Taken(Optional<Sign> before) implements Answer {}

        /** Somebody who lives holds it. */
        record Busy(Sign by) implements Answer {}

        /** There can be none: the account may not, or there is no such namespace. */
        record None() implements Answer {}
    }

    /** A holder and the last sign of life of it. */
    public record Sign(Holder holder, Instant last) {
        @Override
        public String toString() {
            return holder + ", last sign of life at " + last;
        }
    }

    private static ObjectRef ref(String namespace, String release) {
        return new ObjectRef("coordination.k8s.io/v1", "Lease", namespace, "decs-" + release);
    }

    /** Asks for the Lease of a release; what this run holds already it may hold again. */
    public Answer take(String namespace, String release) {
        ObjectRef ref = ref(namespace, release);
        synchronized (this) {
            Held mine = held.get(ref);
            if (mine != null) {
                mine.depth++;
                return new Answer.Taken(Optional.empty());
            }
            if (refused) {
                return new Answer.None();
            }
        }
        try {
            return create(ref);
        } catch (ClusterException e) {
            if (e.reason() == Reason.FORBIDDEN || e.reason() == Reason.NO_MATCH) {
                refuse(e);
                return new Answer.None();
            }
            if (e.reason() == Reason.NOT_FOUND) {
                return new Answer.None();
            }
            throw e;
        }
    }

    private synchronized void refuse(ClusterException why) {
        if (!refused) {
            refused = true;
            notice.accept("releases are not protected against runs at the same time and dead runs are not told from"
                    + " live ones, because no Lease can be written: " + why.getMessage());
        }
    }

    private Answer create(ObjectRef ref) {
        try {
            keep(ref, cluster.create(lease(ref, clock.instant()), AS_DECS));
            return new Answer.Taken(Optional.empty());
        } catch (ClusterException e) {
            if (e.reason() != Reason.ALREADY_EXISTS) {
                throw e;
            }
        }
        Optional<KubeObject> live = cluster.find(ref);
        return live.isPresent() ? takeOver(ref, live.get()) : create(ref);
    }

    private Answer takeOver(ObjectRef ref, KubeObject live) {
        Sign sign = new Sign(
                Holder.of(live), Holder.instant(live.text("spec", "renewTime").orElse("")));
        if (sign.holder().id().equals(self.id())) {
            keep(ref, live); // it was written, only the answer got lost
            return new Answer.Taken(Optional.empty());
        }
        long seconds = live.number("spec", "leaseDurationSeconds").orElse(LIFE.toSeconds());
        boolean expired = sign.last().plusSeconds(seconds).isBefore(clock.instant());
        if (!expired && !sign.holder().hasEnded(self)) {
            return new Answer.Busy(sign);
        }
        KubeObject mine =
                lease(ref, clock.instant()).with(live.resourceVersion().orElse(""), "metadata", "resourceVersion");
        try {
            keep(ref, cluster.replace(mine, AS_DECS));
            return new Answer.Taken(Optional.of(sign));
        } catch (ClusterException e) {
            if (e.reason() == Reason.CONFLICT || e.reason() == Reason.NOT_FOUND) {
                return create(ref); // somebody else was faster
            }
            throw e;
        }
    }

    private synchronized void keep(ObjectRef ref, KubeObject lease) {
        held.put(ref, new Held(lease, clock.instant()));
    }

    private KubeObject lease(ObjectRef ref, Instant now) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("holderIdentity", self.id());
        spec.put("leaseDurationSeconds", LIFE.toSeconds());
        spec.put("acquireTime", MICROS.format(now));
        spec.put("renewTime", MICROS.format(now));
        return KubeObject.of(Map.of("apiVersion", ref.apiVersion(), "kind", ref.kind()))
                .with(ref.name(), "metadata", "name")
                .withNamespace(ref.namespace())
                .with(self.annotations(), "metadata", "annotations")
                .with(spec, "spec");
    }

    /** Gives a sign of life, for Leases that need one; costs nothing most of the time. */
    public void beat() {
        Instant now = clock.instant();
        for (Map.Entry<ObjectRef, Held> entry : due(now)) {
            KubeObject next = entry.getValue().lease.with(MICROS.format(now), "spec", "renewTime");
            try {
                KubeObject written = cluster.replace(next, AS_DECS);
                synchronized (this) {
                    entry.getValue().lease = written;
                }
            } catch (ClusterException e) {
                if (e.reason() == Reason.CONFLICT || e.reason() == Reason.NOT_FOUND) {
                    lost(entry.getKey());
                    throw e;
                }
                // a sign that does not get through is given again at the next beat
            }
        }
    }

    private synchronized List<Map.Entry<ObjectRef, Held>> due(Instant now) {
        List<Map.Entry<ObjectRef, Held>> due = held.entrySet().stream()
                .filter(entry -> entry.getValue().beat.plus(BEAT).isBefore(now))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
        due.forEach(entry -> entry.getValue().beat = now);
        return due;
    }

    private synchronized void lost(ObjectRef ref) {
        held.remove(ref);
    }

    /** Gives the Lease back; it goes with the last of those who took it. */
    public void release(String namespace, String release) {
        ObjectRef ref = ref(namespace, release);
        KubeObject lease;
        synchronized (this) {
            Held mine = held.get(ref);
            if (mine == null || --mine.depth > 0) {
                return;
            }
            held.remove(ref);
            lease = mine.lease;
        }
        try {
            remove(ref, lease);
        } catch (ClusterException e) {
            if (e.reason() != Reason.NOT_FOUND && e.reason() != Reason.CONFLICT) {
                notice.accept("the Lease " + ref + " could not be removed; it expires by itself: " + e.getMessage());
            }
        }
    }

    /**
     * Keeps the Lease no longer, and leaves it where it is: whoever takes it after it has expired knows that this run did
     * not end well.
     */
    public synchronized void abandon(String namespace, String release) {
        held.remove(ref(namespace, release));
    }

    /** Deletes the Lease, in whatever version it is by now, unless it is somebody else's. */
    private void remove(ObjectRef ref, KubeObject lease) {
        try {
            cluster.delete(ref, DeleteOptions.background().onlyIf(lease));
        } catch (ClusterException e) {
            if (e.reason() != Reason.CONFLICT) {
                throw e;
            }
            Optional<String> holder = lease.text("spec", "holderIdentity");
            cluster.find(ref)
                    .filter(live -> live.uid().equals(lease.uid()))
                    .filter(live -> live.text("spec", "holderIdentity").equals(holder))
                    .ifPresent(live ->
                            cluster.delete(ref, DeleteOptions.background().onlyIf(live)));
        }
    }
}
