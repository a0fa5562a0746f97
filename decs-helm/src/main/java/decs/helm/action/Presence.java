package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.ObjectRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which objects a cluster has already, asked for all releases of a run: from the second question on, a list of the names
 * of a kind in a namespace answers for all that are not there. What the run itself has written since, and what the list
 * names, is looked at one by one. Safe to use from many threads.
 */
final class Presence {
    /** A list answers for so long; Helm's own look before its hooks is often older when it matters. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** A list that is longer is not asked for again: it costs more than single looks. */
    private static final int LONG = 1000;

    private final Cluster cluster;
    private final Map<ListQuery, Names> names = new ConcurrentHashMap<>();
    private final Set<ObjectRef> written = ConcurrentHashMap.newKeySet();

    Presence(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The live object, if there is one. */
    Optional<KubeObject> find(ObjectRef ref) {
        ListQuery query = ListQuery.of(ref.apiVersion(), ref.kind())
                .inNamespace(ref.namespace())
                .withMetadataOnly();
        boolean possible = names.computeIfAbsent(query, Names::new).mayHave(ref.name()) || written.contains(ref);
        return possible ? cluster.find(ref) : Optional.empty();
    }

    /** Others may have written: no list answers any more. */
    void forget() {
        names.values().forEach(Names::forget);
    }

    /** The run has written an object, or tried to. */
    void wrote(ObjectRef ref) {
        written.add(ref);
    }

    /** The names of a kind in a namespace. */
    private final class Names {
        private final ListQuery query;
        private Set<String> known = Set.of();
        private long end = System.nanoTime();
        private boolean asked;
        private boolean single;

        Names(ListQuery query) {
            this.query = query;
        }

        synchronized boolean mayHave(String name) {
            boolean first = !asked;
            asked = true;
            if (System.nanoTime() - end >= 0 && !first && !single) {
                read();
            }
            return first || single || known.contains(name);
        }

        synchronized void forget() {
            end = System.nanoTime();
        }

        /** Where lists are forbidden, and where they are long, objects are looked at one by one. */
        private void read() {
            long start = System.nanoTime();
            try {
                known = cluster.list(query).items().stream()
                        .map(KubeObject::name)
                        .collect(Collectors.toSet());
                end = start + FRESH.toNanos();
                single = known.size() > LONG;
            } catch (ClusterException refused) {
                single = true;
            }
        }
    }
}
